
// Each voice's link plays its part of the one MP3, and stops where the next one begins.
"use strict";
const audio = document.querySelector("audio");
const cards = [...document.querySelectorAll(".voice")];
const part = (card) => [Number(card.dataset.start), Number(card.dataset.end)];
let chosen = null; // the card that was asked for; without one, the whole MP3 goes on

const show = () => {
  for (const card of cards) {
    const [start, end] = part(card);
    const plays = !audio.paused && audio.currentTime >= start - 0.05 && audio.currentTime < end;
    const link = card.querySelector(".play");
    card.classList.toggle("is-playing", plays);
    link.setAttribute("aria-label", `${plays ? "Pause" : "Play"} ${card.dataset.name}`);
  }
};

for (const card of cards) {
  card.querySelector(".play").addEventListener("click", (event) => {
    event.preventDefault();
    if (card.classList.contains("is-playing")) {
      audio.pause();
      return;
    }
    const [start, end] = part(card);
    const goesOn = chosen === card && audio.currentTime > start && audio.currentTime < end;
    chosen = card;
    if (!goesOn) audio.currentTime = start;
    audio.play();
  });
}

audio.addEventListener("seeking", () => {
  if (!chosen) return;
  const [start, end] = part(chosen);
  if (audio.currentTime < start - 0.05 || audio.currentTime >= end) chosen = null; // somebody went elsewhere
});

audio.addEventListener("timeupdate", () => {
  if (chosen && !audio.seeking && audio.currentTime >= part(chosen)[1]) {
    audio.pause();
    chosen = null;
  }
  show();
});
for (const name of ["play", "pause", "seeked", "ended"]) audio.addEventListener(name, show);
