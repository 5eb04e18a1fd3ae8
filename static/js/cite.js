// Copies a text of the page, and says so: <button data-copy="id of the text">, with a live region.

for (const button of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector("[role=status]");
  // Only browsers that trust the connection let a page write to the clipboard.
  button.parentElement.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    // Words that stand there already would not be read out a second time.
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(text.textContent.trim());
      said.textContent = "Henvisningen er kopieret.";
    } catch {
      getSelection().selectAllChildren(text);
      said.textContent = "Det lykkedes ikke at kopiere. Henvisningen er markeret i stedet.";
    }
  });
}
