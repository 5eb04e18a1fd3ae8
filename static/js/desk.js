// The editors' keyboard and their safety net: Ctrl+S saves, / searches, unsaved changes are kept.

// Not the list's: ticking rows is nothing to save.
const form = document.querySelector("#content-main form[method=post]:not(#changelist-form)");
const search = document.querySelector("#searchbar");

const save = () => form?.querySelector("[name=_continue]") ?? form?.querySelector("[name=_save]");

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s" && save()) {
    event.preventDefault();
    save().click();
  }
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && search && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
  }
});

if (form) {
  // What the server sent back with an error or beside somebody else's save is not stored yet.
  let unsaved = Boolean(document.querySelector(".errornote, .kb-conflict"));
  let sending = false;
  const changed = (event) => { unsaved ||= event.target.form === form; };
  document.addEventListener("input", changed); // the note stands beside the form that it belongs to
  document.addEventListener("change", changed);
  // Choices in an autocomplete and added or removed rows come without these events.
  window.django?.jQuery?.(form).on("select2:select select2:unselect", () => { unsaved = true; });
  document.addEventListener("formset:added", () => { unsaved = true; });
  document.addEventListener("formset:removed", () => { unsaved = true; });
  form.addEventListener("submit", () => { sending = true; });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved && !sending) event.preventDefault();
  });
}
