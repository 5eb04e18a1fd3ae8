// Names for what Django's pickers leave without one, for those who hear the page instead of see it.

// The label of a choice, which says what is chosen here before it is said what was chosen.
function label(select) {
  const found = select?.labels?.[0];
  if (found) found.id ||= `${select.id}-label`;
  return found?.id;
}

function nameAutocomplete(box) {
  const id = label(box.previousElementSibling);
  if (!id) return;
  const value = box.querySelector("span.select2-selection__rendered");
  value?.setAttribute("aria-labelledby", id);
  const names = value ? `${id} ${value.id}` : id;
  box.querySelector(".select2-selection").setAttribute("aria-labelledby", names);
  box.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", id);
}

// The search field of an open list hangs at the end of the page, far from its choice.
function nameSearch(field) {
  const id = label(document.querySelector("select:has(+ .select2-container--open)"));
  if (id) field.setAttribute("aria-labelledby", id);
}

const NAMELESS = {
  "select + .select2-container": nameAutocomplete,
  ".select2-search--dropdown .select2-search__field": nameSearch,
  ".search-label-icon": (icon) => icon.setAttribute("role", "img"),
};

// One cross for all choices at once stands where a list allows none; each choice has its own.
for (const select of document.querySelectorAll("select.admin-autocomplete[multiple]")) {
  select.dataset.allowClear = "false";
}
// The pickers are made when the page has been read, when a row is added and when a list opens.
new MutationObserver((records) => {
  for (const node of records.flatMap((record) => [...record.addedNodes])) {
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    for (const [selector, name] of Object.entries(NAMELESS)) {
      if (node.matches(selector)) name(node);
      node.querySelectorAll(selector).forEach(name);
    }
  }
}).observe(document.body, { childList: true, subtree: true });
