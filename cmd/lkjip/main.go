// Command lkjip checks the data of Indonesian government performance reports (LKjIP) the way a reviewing auditor would.
package main

import "os"

func main() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
