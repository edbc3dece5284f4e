// Narrows a list while one types; without this script the form asks the server.

const form = document.querySelector("[data-filter]");
if (form) {
  const typed = form.elements.q;
  const rows = [...document.querySelectorAll("[data-names]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const found = form.querySelector("[data-found]");

  const narrow = () => {
    const wanted = typed.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.dataset.names.includes(wanted);
    for (const group of groups) group.hidden = !group.querySelector("[data-names]:not([hidden])");
    found.textContent = `${rows.filter((row) => !row.hidden).length} found`;
  };

  // A list that the server has narrowed already lacks what other words would find.
  if (!typed.defaultValue) typed.addEventListener("input", narrow);
  form.elements.category?.addEventListener("change", () => form.requestSubmit());
}
