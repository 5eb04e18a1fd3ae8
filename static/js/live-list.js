// The list without waits: fetches the same whole page that a reload would show, and takes over from
// it. Whatever goes wrong ends in an ordinary page load.
const TYPING_PAUSE = 400;

const form = document.getElementById("filtre-form");
const search = form.elements.q;
const panel = document.getElementById("filtre");
const status = document.createElement("p");
status.id = "antal";
status.className = "hidden";
status.setAttribute("role", "status");
document.body.append(status);

let shown = location.pathname + location.search;
let waiting = null; // the AbortController of the request under way
let timer = 0;

const results = () => document.getElementById("resultater");
const heading = () => document.getElementById("resultat");
const listPath = () => new URL(form.action).pathname;

function chosenAddress() {
  const pairs = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = new URLSearchParams(pairs).toString();
  return query ? `${listPath()}?${query}` : listPath();
}

// -- Making this page like the fetched one, node by node, so that what stays keeps focus and state.

function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const { facet, value, slug } = node.dataset;
  return node.id || (facet && `${facet}=${value}`) || slug || "";
}

function alike(one, other) {
  return one.nodeName === other.nodeName && one.className === other.className && !keyOf(one);
}

function sameAttributes(have, wanted) {
  for (const { name } of [...have.attributes]) {
    if (name !== "open" && !wanted.hasAttribute(name)) have.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (name !== "open" && have.getAttribute(name) !== value) have.setAttribute(name, value);
  }
}

function become(have, wanted, restore) {
  if (have.nodeType !== Node.ELEMENT_NODE) {
    if (have.data !== wanted.data) have.data = wanted.data;
    return;
  }
  if (have === search.parentElement) return; // the reader is typing there
  sameAttributes(have, wanted);
  if (restore && have.matches("input:not([type=hidden])")) {
    have.checked = wanted.checked;
    have.value = wanted.value;
  }
  const keyed = new Map([...have.children].map((child) => [keyOf(child), child]));
  let place = have.firstChild;
  for (const next of [...wanted.childNodes]) {
    const key = keyOf(next);
    let found = key ? keyed.get(key) : place;
    if (!key && next.nodeType === Node.ELEMENT_NODE) {
      while (found && !alike(found, next)) found = found.nextSibling;
      while (found && place !== found) {
        place = place.nextSibling;
        place.previousSibling.remove();
      }
    } else if (found && found.nodeName !== next.nodeName) {
      found = null;
    }
    if (!found) {
      have.insertBefore(document.adoptNode(next), place);
    } else {
      if (found === place) place = place.nextSibling;
      else have.insertBefore(found, place);
      become(found, next, restore);
    }
  }
  while (place) {
    const rest = place;
    place = place.nextSibling;
    rest.remove();
  }
}

function takeOver(page, restore) {
  const { activeElement: focused } = document;
  for (const part of [".top", "#valgt", "main", ".bottom"]) {
    become(document.querySelector(part), page.querySelector(part), restore);
  }
  if (restore && search.value !== page.getElementById("q").value) {
    search.value = page.getElementById("q").value;
  }
  const ofPage = "link[rel=canonical], link[rel=alternate], meta[name=robots]";
  for (const old of document.head.querySelectorAll(ofPage)) old.remove();
  document.head.append(...page.head.querySelectorAll(ofPage));
  document.title = page.title;
  if (document.activeElement !== focused) refind(focused);
  countOnButton();
}

// An option that moved into a fold, or out of it, is another node: the focus follows it.
function refind(focused) {
  const isOption = ({ name, value }) => name === focused.name && value === focused.value;
  const now = focused.isConnected ? focused : [...form.elements].find(isOption);
  if (!now) return toHeading();
  for (let fold = now.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  return now.focus({ preventScroll: true });
}

function toHeading() {
  heading().focus({ preventScroll: true });
  const { top, bottom } = heading().getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) heading().scrollIntoView();
}

function countOnButton() {
  const count = heading().textContent.trim();
  const button = form.querySelector("[data-live-count]");
  if (button) button.textContent = heading().dataset.count === "0" ? count : `Vis ${count}`;
}

// -- Going there

function stop() {
  clearTimeout(timer);
  waiting?.abort();
  waiting = null;
  results().removeAttribute("aria-busy");
}

// `restore`: the address decides what the fields show; otherwise the fields decided the address.
async function show(address, { restore = false, push = true, then = () => {} } = {}) {
  stop();
  if (address === shown && !restore) return then();
  const request = (waiting = new AbortController());
  status.textContent = "";
  results().setAttribute("aria-busy", "true");
  let page;
  try {
    const answer = await fetch(address, { signal: request.signal });
    if (!answer.ok) throw new Error(answer.status);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("resultater")) throw new Error("not the list");
  } catch {
    if (request !== waiting) return undefined; // outdated: a later request goes on
    return push ? location.assign(address) : location.reload();
  }
  if (request !== waiting) return undefined;
  waiting = null;
  if (push && address !== shown) history.pushState(null, "", address);
  shown = address;
  takeOver(page, restore);
  status.textContent = heading().textContent.trim();
  return then();
}

// A link into the list itself: the focus goes to the result, or stays where it was in a card, whose
// new words are then read out instead of the count.
function follow(link) {
  const card = link.closest("[data-slug]");
  const number = card && [...card.querySelectorAll("a")].indexOf(link);
  const same = () => card
    && [...results().querySelectorAll("[data-slug]")]
      .find(({ dataset }) => dataset.slug === card.dataset.slug)?.querySelectorAll("a")[number];
  const target = new URL(link.href);
  show(target.pathname + target.search, {
    restore: true,
    then: () => {
      const again = same();
      if (!again) return toHeading();
      status.textContent = "";
      return again.focus({ preventScroll: true });
    },
  });
}

function isOrdinary(event) {
  return !event.defaultPrevented && event.button === 0
    && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => show(chosenAddress()), TYPING_PAUSE);
}

form.addEventListener("change", () => show(chosenAddress())); // boxes and years
search.addEventListener("input", (event) => event.isComposing || soon());
search.addEventListener("compositionend", soon);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(chosenAddress(), {
    then: () => {
      if (panel.matches(":popover-open")) panel.hidePopover();
      toHeading();
    },
  });
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("main a[href], #valgt a[href]");
  if (!link || !isOrdinary(event) || link.target || link.download) return;
  if (link.origin !== location.origin || link.pathname !== listPath()) return;
  if (link.hash && link.pathname + link.search === shown) return; // a place on this page
  event.preventDefault();
  follow(link);
});
addEventListener("popstate", () => {
  const address = location.pathname + location.search;
  if (address !== shown || waiting) show(address, { restore: true, push: false }); // not for a #place
});
countOnButton();
