// Small things that the view is made with: elements and colours.
function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// Does what a click on a link of links.py does.
function followFocus(entity) {
  const link = element("a");
  link.href = `./?focus=${encodeURIComponent(entity)}`;
  link.dataset.nwFocus = entity;
  document.body.append(link);
  link.click();
  link.remove();
}

function unanchored(id) {
  return { "@in": "focus", "@out": "focus" }[id] ?? id.replace(/^@/, "");
}

function arrows(where) {
  const head = { enabled: true, scaleFactor: 0.5 };
  return where ? { [where]: head } : undefined;
}

function channels(colour) {
  if (colour.startsWith("#")) return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return (colour.match(/[\d.]+/g) ?? [255, 255, 255]).slice(0, 3).map(Number);
}

function mix(one, other, share) {
  const [a, b] = [channels(one), channels(other)];
  return `rgb(${a.map((value, at) => Math.round(value + (b[at] - value) * share)).join(",")})`;
}

function luminance(colour) {
  const [red, green, blue] = channels(colour);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

function opaqueBehind(start) {
  for (let at = start; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/rgba\(.*, 0\)|transparent/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
}
