(function () {
  "use strict";
  var D = JSON.parse(document.getElementById("data").textContent), S = D.s, L = D.l, F = D.f;
  var PAGE = 50, PRINT = 5000, page = 0, shown = [], saved = null;
  var list = document.getElementById("list"), count = document.getElementById("count");
  var prev = document.getElementById("prev"), next = document.getElementById("next"), query = document.getElementById("q");
  var boxes = Array.prototype.slice.call(document.querySelectorAll("input[name=sev]"));

  // Every text of a report enters the page as text, never as markup.
  function el(tag, cls, text) {
    var e = document.createElement(tag);
    if (cls) e.className = cls;
    if (text !== undefined) e.textContent = text;
    for (var i = 3; i < arguments.length; i++) if (arguments[i]) e.appendChild(arguments[i]);
    return e;
  }
  function figures(ev) {
    var t = el("table"), cap = el("caption", "sr", S[ev.r]), b = el("tbody");
    t.appendChild(cap);
    t.appendChild(el("thead", "", undefined, el("tr", "", undefined, el("th", "", "±"), el("th", "", L.figure), el("th", "", L.stated), el("th", "", L.place), el("th", "", L.note))));
    ev.f.forEach(function (g, i) {
      if (i === ev.f.length - 1 && ev.c) {
        b.appendChild(el("tr", "", undefined, el("td", "", S[g[0]] || "="), el("td", "", L.computed), el("td", "n", S[ev.c]), el("td"), el("td")));
        g = [0, g[1], g[2], g[3], g[4], g[5]];
      }
      var tr = el("tr", g[5] ? "wrong" : "", undefined, el("td", "", S[g[0]]), el("td", "", S[g[1]]), el("td", "n", S[g[2]]), el("td", "", S[g[3]]), el("td", "", S[g[4]]));
      if (g[5]) tr.lastChild.appendChild(el("span", "", (S[g[4]] ? " · " : "") + "◀ " + L.wrong));
      b.appendChild(tr);
    });
    t.appendChild(b);
    return el("div", "scroll", undefined, t);
  }
  function article(i) {
    var f = F[i], a = el("article", D.sev[f.v] + (f.x ? " off" : ""));
    a.id = "f" + (i + 1);
    a.tabIndex = -1;
    a.appendChild(el("h4", "", (i + 1) + ". " + S[f.t]));
    a.appendChild(el("p", "meta", undefined, el("strong", D.sev[f.v], L.sev[f.v]), el("span", "", " · " + S[f.r] + " · "), el("span", "", S[f.p]), f.x ? el("em", "", " · " + S[f.x]) : null));
    var dl = el("dl");
    [["kondisi", f.k], ["stated", f.w], ["expected", f.e], ["kriteria", f.b], ["sebab", f.c], ["akibat", f.a], ["rekomendasi", f.m], ["items", f.i]].forEach(function (p) {
      if (S[p[1]]) { dl.appendChild(el("dt", "", L[p[0]])); dl.appendChild(el("dd", "", S[p[1]])); }
    });
    a.appendChild(dl);
    f.g.forEach(function (ev, k) {
      if (k === 0) { a.appendChild(el("p", "meta", S[ev.r])); a.appendChild(figures(ev)); return; }
      var d = el("details", "", undefined, el("summary", "", (ev.h ? L.holds : L.broken) + ": " + S[ev.r]));
      d.addEventListener("toggle", function () { if (d.open && d.childNodes.length === 1) d.appendChild(figures(ev)); });
      a.appendChild(d);
    });
    return a;
  }
  function draw(from, to) {
    var frag = document.createDocumentFragment(), last = -1;
    for (var k = from; k < Math.min(to, shown.length); k++) {
      var f = F[shown[k]];
      if (f.s !== last) { frag.appendChild(el("h3", "", S[f.s])); last = f.s; }
      frag.appendChild(article(shown[k]));
    }
    list.replaceChildren(frag);
  }
  function show(p) {
    var pages = Math.max(1, Math.ceil(shown.length / PAGE));
    page = Math.min(Math.max(0, p), pages - 1);
    draw(page * PAGE, (page + 1) * PAGE);
    prev.disabled = page === 0;
    next.disabled = page >= pages - 1;
    count.textContent = L.count.replace("{n}", shown.length).replace("{all}", F.length).replace("{p}", page + 1).replace("{pages}", pages);
  }
  function filter() {
    var on = boxes.map(function (b) { return b.checked; }), words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = D.o.filter(function (i) {
      var f = F[i];
      if (!on[f.v]) return false;
      if (!words.length) return true;
      if (!f.z) f.z = [f.t, f.r, f.p, f.k, f.w, f.e, f.b, f.c, f.m, f.s].map(function (x) { return S[x]; }).join(" ").toLowerCase();
      return words.every(function (w) { return f.z.indexOf(w) >= 0; });
    });
    show(0);
  }
  function visit() {
    var m = /^#f(\d+)$/.exec(location.hash), i = m ? Number(m[1]) - 1 : -1;
    if (i < 0 || i >= F.length) return;
    if (shown.indexOf(i) < 0) { boxes.forEach(function (b) { b.checked = true; }); query.value = ""; filter(); }
    show(Math.floor(shown.indexOf(i) / PAGE));
    var a = document.getElementById("f" + (i + 1));
    if (a) { a.scrollIntoView(); a.focus(); }
  }
  function table(d) {
    var t = D.t[Number(d.getAttribute("data-table"))], notes = [], b = el("tbody");
    t.r.forEach(function (row) {
      var tr = el("tr");
      t.c.forEach(function (_, k) {
        var c = row[k];
        if (!c) { tr.appendChild(el("td")); return; }
        var state = c[1], td = el("td", state ? "n" : "");
        if (state > 2) { // 3 + number of the finding
          var a = el("a", "", S[c[0]] + " ✗");
          a.href = "#f" + (state - 2);
          a.appendChild(el("span", "sr", L.finding + " " + (state - 2)));
          td.className += " wrong";
          td.appendChild(a);
        } else if (state === 1) {
          td.appendChild(el("span", "", S[c[0]] + " "));
          td.appendChild(el("span", "ok", "✓", el("span", "sr", L.tested)));
        } else if (state === 2) {
          var at = notes.indexOf(c[2]);
          if (at < 0) at = notes.push(c[2]) - 1;
          td.className += " u";
          td.title = S[c[2]];
          td.appendChild(el("span", "", S[c[0]]));
          td.appendChild(el("sup", "", String(at + 1)));
        } else td.textContent = S[c[0]];
        tr.appendChild(td);
      });
      b.appendChild(tr);
    });
    var head = el("tr");
    t.c.forEach(function (c) { var th = el("th", "", S[c]); th.scope = "col"; head.appendChild(th); });
    d.appendChild(el("div", "scroll", undefined, el("table", "", undefined, el("thead", "", undefined, head), b)));
    if (notes.length) {
      var ol = el("ol", "soft");
      notes.forEach(function (n) { ol.appendChild(el("li", "", S[n])); });
      d.appendChild(el("p", "soft", L.untested + ":"));
      d.appendChild(ol);
    }
  }
  document.querySelectorAll("details[data-table]").forEach(function (d) {
    d.addEventListener("toggle", function () { if (d.open && d.childNodes.length <= 2 && !d.querySelector("table")) table(d); });
  });
  document.querySelectorAll("a[data-q]").forEach(function (a) {
    a.addEventListener("click", function () { query.value = a.getAttribute("data-q"); filter(); });
  });
  var timer;
  query.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(filter, 120); });
  document.getElementById("filter").addEventListener("submit", function (e) { e.preventDefault(); filter(); });
  boxes.forEach(function (b) { b.addEventListener("change", filter); });
  function turn(p) { show(p); document.getElementById("catatan").scrollIntoView(); }
  prev.addEventListener("click", function () { turn(page - 1); });
  next.addEventListener("click", function () { turn(page + 1); });
  window.addEventListener("hashchange", visit);
  window.addEventListener("beforeprint", function () { saved = page; draw(0, PRINT); });
  window.addEventListener("afterprint", function () { if (saved !== null) show(saved); saved = null; });
  filter();
  visit();
  document.documentElement.setAttribute("data-ready", "1");
})();
