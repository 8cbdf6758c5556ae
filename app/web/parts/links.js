// Hands clicks on our links and Enter in the search box to the program, and tells the style sheet which theme is on.
const instances = new WeakMap();

export default function (component) {
  const { parentElement, setStateValue } = component;
  const tell = (event) => setStateValue("event", { id: `${Date.now()}-${Math.random()}`, ...event });
  let instance = instances.get(parentElement);
  if (!instance) {
    instance = { send: tell };
    instances.set(parentElement, instance);
    const host = parentElement.host ?? parentElement;
    const listen = (name, act) => {
      const heard = (event) => (host.isConnected ? act(event, instance.send) : document.removeEventListener(name, heard));
      document.addEventListener(name, heard);
    };
    listen("click", clicked);
    listen("keydown", pressed);
    followTheme(host);
  }
  instance.send = tell;
}

function clicked(event, send) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.("a[data-nw-focus], a[data-nw-edge], a[data-nw-view]");
  if (!link) return;
  event.preventDefault();
  const { nwFocus, nwEdge, nwView } = link.dataset;
  const isElsewhere = new URL(link.href).pathname !== location.pathname;
  if (isElsewhere && !nwEdge) goTo(link.href); // an edge's lines are shown where the link stands
  else if (nwView) send({ view: JSON.parse(nwView) });
  else send(nwEdge ? { edge: JSON.parse(nwEdge) } : { focus: nwFocus });
}

// To another page as the browser's Back and Forward go there. Where the program changes the page, it changes the query
// first, and Back leads to the old page with the new query.
function goTo(address) {
  history.pushState({}, "", address);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

function pressed(event, send) {
  const inSearch = event.target.closest?.(".st-key-search");
  if (event.key === "Enter" && inSearch && event.target.value.trim()) {
    send({ search: event.target.value });
  } else if (event.key === "/" && !event.target.closest?.("input, textarea, [contenteditable]")) {
    event.preventDefault();
    document.querySelector(".st-key-search input")?.focus();
  }
}

// Streamlit sets its colours without telling CSS whether they are dark: light-dark() wants to know.
function followTheme(host) {
  const app = document.querySelector(".stApp");
  const look = () => {
    if (!host.isConnected) return watcher.disconnect();
    const [red, green, blue] = (getComputedStyle(app).backgroundColor.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
    const scheme = 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? "dark" : "light";
    if (document.documentElement.style.colorScheme !== scheme) document.documentElement.style.colorScheme = scheme;
  };
  const watcher = new MutationObserver(look);
  watcher.observe(app, { attributeFilter: ["class"] });
  look();
}
