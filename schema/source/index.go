package source

// index finds fields of large maps quickly while a tree is built; Get alone would make a file of a million keys quadratic.
type index map[*Node]map[string]*Node

func (x index) get(n *Node, key string) *Node {
	if len(n.Fields) < 16 {
		return n.Get(key)
	}
	keys := x[n]
	if keys == nil {
		keys = make(map[string]*Node, 2*len(n.Fields))
		for i := range n.Fields {
			if _, taken := keys[n.Fields[i].Key]; !taken {
				keys[n.Fields[i].Key] = n.Fields[i].Value
			}
		}
		x[n] = keys
	}
	return keys[key]
}

// add is Node.Add that keeps the index.
func (x index) add(n *Node, key string, at Place, value *Node) *Node {
	if keys := x[n]; keys != nil {
		if _, taken := keys[key]; !taken {
			keys[key] = value
		}
	}
	return n.Add(key, at, value)
}
