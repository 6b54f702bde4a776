/* The show's page: a feed's address to copy, episodes that begin when they are opened. Without it the address can be
   selected, and each episode has the browser's own player. */
"use strict";

function startCopying(button) {
  const field = document.getElementById(button.dataset.copy);
  const status = document.querySelector(".feed .status");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    // A page that isn't served over https has no clipboard.
    const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    status.textContent = status.dataset[isCopied ? "copied" : "selected"];
  });
}

function playWhenOpen(details) {
  const audio = details.querySelector("audio");
  details.addEventListener("toggle", () => (details.open ? audio.play().catch(() => {}) : audio.pause()));
}

document.querySelectorAll("[data-copy]").forEach(startCopying);
document.querySelectorAll("details.listen").forEach(playWhenOpen);
