// Suggestions under the search box: a combobox with a list box of links (WAI-ARIA's pattern).
// One document is fetched at the first focus; what is typed never leaves the browser.
const MOST = 8;
const LEAST_LETTERS = 2;

// As municipalities/danish.py folds: æ/ae/a, ø/oe/o and å/aa/a are one letter to somebody who types.
function words(text) {
  const letters = text.normalize("NFKD").replace(/\p{M}|\u00ad/gu, "").toLowerCase();
  const folded = letters.replace(/ß/g, "ss").replace(/æ/g, "a").replace(/ø/g, "o");
  const short = folded.replace(/a[ae]+|oe+/g, (vowels) => vowels[0]);
  return short.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function suggest(input) {
  const list = element("div", {
    id: "forslag", class: "suggestions", role: "listbox", "aria-label": "Forslag", hidden: "",
  });
  const status = element("span", { class: "hidden", role: "status" });
  let known = [];
  let asked = false;
  let active = null;

  async function load() {
    if (asked) return;
    asked = true;
    try {
      const answer = await fetch(input.dataset.suggestions);
      const { forslag } = await answer.json();
      known = forslag.map(([name, kind, address]) => ({ name, kind, address, words: words(name) }));
      if (input.value !== input.defaultValue && document.activeElement === input) show();
    } catch {
      asked = false; // no suggestions this time; the search works without them
    }
  }

  function activate(option) {
    active?.setAttribute("aria-selected", "false");
    active = option;
    active?.setAttribute("aria-selected", "true");
    active?.scrollIntoView({ block: "nearest" });
    if (active) input.setAttribute("aria-activedescendant", active.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    activate(null);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    status.textContent = "";
  }

  function matches() {
    const typed = words(input.value);
    if (typed.join("").length < LEAST_LETTERS) return [];
    return known
      .filter((one) => typed.every((start) => one.words.some((word) => word.startsWith(start))))
      .slice(0, MOST);
  }

  function show() {
    const found = matches();
    if (!found.length) return close();
    activate(null);
    // A reader who compares entries keeps them on the way, and the heading of their brief.
    const kept = [...new URLSearchParams(location.search)].filter(([name]) => /^(i|titel)$/.test(name));
    const query = new URLSearchParams(kept).toString();
    list.replaceChildren(...found.map(({ name, kind, address }, place) => element(
      "a",
      {
        id: `forslag-${place}`, role: "option", tabindex: "-1", "aria-selected": "false",
        href: query ? `${address}?${query}` : address,
      },
      element("span", {}, name),
      " ",
      element("span", { class: "small muted" }, kind),
    )));
    list.hidden = false;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", "true");
    status.textContent = `${found.length} forslag`;
  }

  function move(step) {
    if (list.hidden) show();
    const options = [...list.children];
    if (list.hidden || !options.length) return;
    const from = active ? options.indexOf(active) : step > 0 ? -1 : options.length;
    activate(options[(from + step + options.length) % options.length]);
  }

  function onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && active) active.click();
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  }

  for (const [name, value] of Object.entries({
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list",
    "aria-controls": list.id, "aria-expanded": "false",
  })) input.setAttribute(name, value);
  input.parentElement.append(list, status);
  input.addEventListener("focus", load);
  input.addEventListener("input", (event) => event.isComposing || show());
  input.addEventListener("compositionend", show);
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", close);
  input.form?.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  addEventListener("pageshow", close); // Back finds the page as it was left, without the list box
  if (document.activeElement === input) load();
}

const field = document.querySelector("input[data-suggestions]");
if (field) suggest(field);
