// Draws what build.py gives, with vis-network and the helpers of helpers.js, which stands before it in one bundle.
// Note text is set as text only, never as HTML.
const views = new WeakMap();

const CLICK_DELAY_MS = 220; // what tells a click from the first half of a double click
const STEP_DELAY_MS = 260; // n n n: only where the reader stops is told to the program
const PAD = 14;
const GAP = { least: 84, most: 300 };
const FONT_PX = { chip: 13, focus: 15, edge: 12 };

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  let view = views.get(parentElement);
  if (!view) {
    view = new GraphView(parentElement);
    views.set(parentElement, view);
  }
  // A state with an id, and no trigger: a trigger is lost where the next run breaks off the one that it began.
  view.send = (event) => setStateValue("event", { id: `${Date.now()}-${Math.random()}`, ...event });
  view.show(data);
}

class GraphView {
  constructor(root) {
    this.root = root;
    this.host = root.host ?? root;
    this.pen = document.createElement("canvas").getContext("2d");
    this.build();
    this.host.noteweave = this; // where each thing is drawn, for tests and for other scripts
    new ResizeObserver(() => this.resized()).observe(this.stage);
    new MutationObserver(() => this.show(this.data)).observe(document.documentElement, {
      attributeFilter: ["style"],
    });
  }

  // -- the frame: a stage for the canvas, tools above it, legend and counts below
  build() {
    this.frame = element("div", "frame");
    this.stage = element("div", "stage");
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "application");
    this.status = element("div", "status");
    this.status.setAttribute("aria-live", "polite");
    const tools = element("div", "tools");
    tools.append(
      this.tool("Fit", "Show the whole view (F)", () => this.fit(true)),
      this.tool("PNG", "Save the view as an image", () => this.savePng()),
      this.tool("Full screen", "Fill the screen, Esc to leave", () => this.fullScreen()),
    );
    this.legend = element("div", "legend");
    this.count = element("div", "count");
    const foot = element("div", "foot");
    foot.append(this.legend, this.count);
    this.frame.append(tools, this.stage, foot, this.status);
    this.root.append(this.frame);
    this.stage.addEventListener("pointerleave", () => this.hideHint());
    this.stage.addEventListener("keydown", (event) => this.key(event));
  }

  tool(text, hint, act) {
    const button = element("button", "tool", text);
    button.type = "button";
    button.title = hint;
    button.addEventListener("click", act);
    return button;
  }

  // -- showing data
  show(data) {
    if (!data) return;
    this.data = data;
    if (!globalThis.vis) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.show(this.data), 30); // the library's own component is still on its way
      return;
    }
    this.readTheme();
    const drawn = JSON.stringify([data.focus, data.nodes, data.edges, this.ink, this.theme, this.face]);
    if (drawn !== this.drawn) {
      const moved = !this.drawn || this.focus !== data.focus;
      this.drawn = drawn;
      this.draw(moved);
    }
    this.writeFoot();
    this.select(data.selected);
  }

  draw(moved) {
    this.focus = this.data.focus;
    this.index = -1;
    this.measure();
    const nodes = this.data.nodes.flatMap((node) => [this.chip(node), ...this.anchors(node)]);
    const edges = this.data.edges.map((edge) => this.line(edge));
    if (!this.network) this.start();
    this.awaitFonts();
    this.hideHint();
    this.edges.clear(); // edges first: one without its nodes is an error to the library
    this.nodes.clear();
    this.nodes.add(nodes);
    this.edges.add(edges);
    this.stage.setAttribute(
      "aria-label",
      `${this.data.name} and what it is joined to: ${this.data.summary}. n and p step through, Enter moves there. ` +
        "The same relations stand in the table below.",
    );
    this.fit(!moved);
  }

  // A canvas does not wait for the page's font, and does not draw again when it has come.
  awaitFonts() {
    if (this.awaited === this.face) return;
    this.awaited = this.face;
    const wanted = [`${FONT_PX.chip}px ${this.face}`, `italic ${FONT_PX.edge}px ${this.face}`];
    Promise.all(wanted.map((font) => document.fonts.load(font))).then(() => {
      this.drawn = null;
      this.show(this.data);
    });
  }

  start() {
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(this.stage, { nodes: this.nodes, edges: this.edges }, this.data.options);
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("doubleClick", (event) => this.doubleClicked(event));
    this.network.on("afterDrawing", (pen) => this.captions(pen));
    this.network.on("hoverNode", () => (this.stage.style.cursor = "pointer"));
    this.network.on("blurNode", () => (this.stage.style.cursor = ""));
    this.network.on("hoverEdge", () => (this.stage.style.cursor = "pointer"));
    this.network.on("blurEdge", () => (this.stage.style.cursor = ""));
  }

  hideHint() {
    this.stage.querySelector(".vis-tooltip")?.style.setProperty("visibility", "hidden");
  }

  readTheme() {
    const style = getComputedStyle(this.frame);
    this.face = style.fontFamily;
    this.ink = style.color;
    this.paper = opaqueBehind(this.host);
    this.theme = luminance(this.paper) < 0.5 ? "dark" : "light";
    this.hues = this.data.palette[this.theme];
    this.frame.dataset.theme = this.theme;
    this.frame.style.setProperty("--paper", this.paper);
  }

  // Columns stand at the sides of the focus, as far apart as the width allows.
  measure() {
    this.widths = new Map();
    const widest = { in: 0, out: 0 };
    for (const node of this.data.nodes) {
      const size = node.side ? FONT_PX.chip : FONT_PX.focus;
      this.pen.font = `${size}px ${this.face}`;
      const text = Math.max(...node.label.split("\n").map((line) => this.pen.measureText(line).width));
      const width = Math.max(node.side ? 70 : 110, Math.ceil(text) + 2 * PAD + 2);
      this.widths.set(node.id, width);
      if (node.side) widest[node.side] = Math.max(widest[node.side], width);
    }
    const room = this.stage.clientWidth - 24;
    const sides = (widest.in ? 1 : 0) + (widest.out ? 1 : 0) || 1;
    const taken = widest.in + widest.out + this.widths.get("focus");
    const gap = Math.min(GAP.most, Math.max(GAP.least, (room - taken) / sides));
    const half = this.widths.get("focus") / 2;
    this.columns = { in: -half - gap, out: half + gap };
    this.span = { left: widest.in ? -half - gap - widest.in : -half, right: widest.out ? half + gap + widest.out : half };
  }

  xOf(node) {
    if (!node.side) return 0;
    const half = this.widths.get(node.id) / 2;
    return node.side === "in" ? this.columns.in - half : this.columns.out + half;
  }

  // Edges end at the inner side of a chip and not at its middle: so all of a column swing alike and none cross.
  anchors(node) {
    const half = this.widths.get("focus") / 2;
    const places = node.side ? { [`@${node.id}`]: this.columns[node.side] } : { "@in": -half, "@out": half };
    return Object.entries(places).map(([id, x]) => ({
      id, x, y: node.y, shape: "dot", size: 0, borderWidth: 0, color: "transparent", label: undefined,
    }));
  }

  chip(node) {
    const hue = this.hues[node.kind];
    const isFocus = !node.side;
    const fill = isFocus ? hue.line : hue.tint;
    const text = isFocus ? (this.theme === "dark" ? "#0b0e12" : "#ffffff") : this.ink;
    const strong = { background: isFocus ? hue.line : mix(hue.tint, hue.line, 0.16), border: hue.line };
    return {
      ...node,
      x: this.xOf(node),
      widthConstraint: { minimum: this.widths.get(node.id) - 2 * PAD },
      margin: { top: isFocus ? 9 : 6, bottom: isFocus ? 9 : 6, left: PAD, right: PAD },
      color: { background: fill, border: hue.line, highlight: strong, hover: strong },
      font: { face: this.face, size: isFocus ? FONT_PX.focus : FONT_PX.chip, color: text, multi: false },
      borderWidth: 1,
    };
  }

  line(edge) {
    const hue = this.hues[edge.hue].line;
    const calm = this.theme === "dark" ? mix(this.paper, hue, 0.62) : mix("#ffffff", hue, 0.62);
    const inwards = edge.to === "focus";
    return {
      ...edge,
      from: inwards ? `@${edge.from}` : "@out",
      to: inwards ? "@in" : `@${edge.to}`,
      color: { color: calm, hover: hue, highlight: hue, inherit: false },
      width: 1.3,
      selectionWidth: 1.2,
      hoverWidth: 0.7,
      dashes: edge.dashes ? [6, 5] : false,
      arrows: arrows(edge.arrows),
      label: undefined, // drawn by captions(), above all edges
    };
  }

  // One name for each group of edges, nearer to the chips, where the edges have parted.
  captions(pen) {
    pen.font = `italic ${FONT_PX.edge}px ${this.face}`;
    Object.assign(pen, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 6 });
    for (const { id, label } of this.data.edges) {
      const edge = label && this.network.body.edges[id];
      if (!edge) continue;
      const { x, y } = this.pointOn(edge, 0.6);
      Object.assign(pen, { strokeStyle: this.paper, fillStyle: this.ink });
      pen.strokeText(label, x, y);
      pen.fillText(label, x, y);
    }
  }

  // The share counts from the focus outwards.
  pointOn(edge, share) {
    return edge.edgeType.getPoint(edge.fromId === "@out" ? share : 1 - share);
  }

  writeFoot() {
    this.legend.replaceChildren(
      ...this.data.kinds.map(({ kind, count }) => {
        const chip = element("span", "kind", kind);
        chip.style.setProperty("--line", this.hues[kind].line);
        chip.style.setProperty("--tint", this.hues[kind].tint);
        chip.append(element("span", "number", String(count)));
        return chip;
      }),
    );
    this.count.replaceChildren(element("span", "", this.data.summary));
    if (this.data.more) this.count.append(this.tool("Show more", "Draw more of the neighbours", () => this.send({ more: true })));
  }

  // -- what is in view
  fit(animate) {
    if (!this.network) return;
    const { clientWidth: width } = this.stage;
    const across = Math.min(1, (width - 16) / (this.span.right - this.span.left));
    if (across > 0) this.stage.style.height = `${Math.round(this.data.height * across)}px`; // what is drawn smaller needs less
    const { clientHeight: height } = this.stage;
    if (!width || !height) return;
    const [top, bottom] = this.extent();
    const scale = Math.min(across, (height - 32) / (bottom - top));
    const position = { x: (this.span.left + this.span.right) / 2, y: (top + bottom) / 2 };
    const still = !animate || matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.network.setSize(`${width}px`, `${height}px`);
    this.network.moveTo({ position, scale, animation: still ? false : { duration: 180 } });
    if (still) this.network.redraw();
  }

  extent() {
    const ys = this.data.nodes.map((node) => node.y);
    return [Math.min(...ys) - 32, Math.max(...ys) + 32];
  }

  resized() {
    if (!this.network || !this.stage.clientWidth) return;
    this.measure();
    const places = this.data.nodes.flatMap((node) => [{ id: node.id, x: this.xOf(node) }, ...this.anchors(node)]);
    this.nodes.update(places);
    this.fit(false);
  }

  select(selected) {
    if (!this.network) return;
    const node = selected?.node && this.data.nodes.find((one) => one.entity === selected.node);
    const edge = selected?.edge && this.data.edges.find((one) => String(one.key) === String(selected.edge));
    const current = this.network.getSelection().nodes.map((id) => this.nodes.get(id)?.entity);
    if (edge) this.mark([], [edge.id]);
    else if (node && !current.includes(node.entity)) this.mark([node.id], [node.id]);
    else if (!node) this.network.unselectAll();
  }

  // A chip is marked with its edge, which ends at an anchor and so is not the library's to know.
  mark(nodes, edges) {
    const known = edges.filter((id) => this.edges.get(id));
    this.network.setSelection({ nodes, edges: known }, { highlightEdges: false });
  }

  // -- clicks and keys
  clicked(event) {
    clearTimeout(this.pending);
    const [node] = event.nodes.map(unanchored);
    const [edge] = event.edges;
    if (node) this.mark([node], [node]);
    this.pending = setTimeout(() => {
      if (node) this.send({ node: this.nodes.get(node).entity });
      else if (edge) this.send({ edge: this.edges.get(edge).key });
      else this.send({ node: this.data.focus });
    }, CLICK_DELAY_MS);
  }

  doubleClicked(event) {
    const [node] = event.nodes.map(unanchored);
    if (node) this.moveTo(this.nodes.get(node).entity);
  }

  moveTo(entity) {
    clearTimeout(this.pending); // a selection still to be told would break off the run that moves
    if (this.data.elsewhere) followFocus(entity); // the focus is another page's
    else if (entity !== this.data.focus) this.send({ move: entity });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      n: () => this.step(1), ArrowDown: () => this.step(1), p: () => this.step(-1), ArrowUp: () => this.step(-1),
      Enter: () => this.index >= 0 && this.moveTo(this.around()[this.index].entity),
      f: () => this.fit(true), Escape: () => this.leave(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  around() {
    return this.data.nodes.filter((node) => node.side);
  }

  step(by) {
    const around = this.around();
    if (!around.length) return;
    this.index = this.index < 0 ? (by > 0 ? 0 : around.length - 1) : (this.index + by + around.length) % around.length;
    const node = around[this.index];
    this.mark([node.id], [node.id]);
    this.status.textContent = `${node.title}, ${this.index + 1} of ${around.length}`;
    clearTimeout(this.pending);
    this.pending = setTimeout(() => this.send({ node: node.entity }), STEP_DELAY_MS);
  }

  leave() {
    this.index = -1;
    this.network.unselectAll();
    this.send({ node: this.data.focus });
  }

  // -- taking it away
  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.frame.requestFullscreen();
  }

  savePng() {
    const canvas = this.stage.querySelector("canvas");
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const pen = copy.getContext("2d");
    pen.fillStyle = this.paper;
    pen.fillRect(0, 0, copy.width, copy.height);
    pen.drawImage(canvas, 0, 0);
    const link = document.createElement("a");
    link.download = `${this.data.name.replace(/[^\p{L}\p{N}+#.-]+/gu, "-")}.png`;
    link.href = copy.toDataURL("image/png");
    link.click();
  }

  // Where a node, and a point of an edge near its far end, are drawn, in the window's pixels.
  pointOf(id) {
    return this.inWindow(this.network.getPosition(id));
  }

  edgePointOf(id) {
    return this.inWindow(this.pointOn(this.network.body.edges[id], 0.85));
  }

  inWindow(point) {
    const box = this.stage.getBoundingClientRect();
    const place = this.network.canvasToDOM(point);
    return { x: box.x + place.x, y: box.y + place.y };
  }
}
