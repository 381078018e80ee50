// Makes elements. Text only ever becomes text nodes, so nothing a page says can become markup.

const SVG = "http://www.w3.org/2000/svg";

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element: `h("a", { href: "#/" }, "text", node, [nodes])`; null children and attributes are left out. */
export const h = (name, attributes, ...children) => build(document.createElement(name), attributes, children);

/** An SVG element. */
export const s = (name, attributes, ...children) => build(document.createElementNS(SVG, name), attributes, children);

/** Calls `draw(width)` now and whenever the width of `element` changes; an element that left the page is let go. */
export function drawn(element, draw) {
  let width = 0;
  new ResizeObserver(([entry], observer) => {
    if (!element.isConnected && width > 0) return observer.disconnect();
    const now = Math.floor(entry.contentRect.width);
    if (now === width || now === 0) return;
    width = now;
    draw(width);
  }).observe(element);
  return element;
}

let announcing = 0;

/** Says `text` to assistive technology once things have settled for a moment. */
export function announce(text) {
  clearTimeout(announcing);
  announcing = setTimeout(() => document.getElementById("announcement").replaceChildren(text), 300);
}
