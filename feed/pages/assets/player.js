/* The page of an episode: a player that reads along, and links to moments. Without it there is the text and the
   browser's own player. Nothing is fetched but the audio. `startPlayer` is the table of contents. */
"use strict";

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
const listen = (target, kinds, action) => kinds.split(" ").forEach((kind) => target.addEventListener(kind, action));
const hasModifier = (event) => event.ctrlKey || event.altKey || event.metaKey;

/** Where it `isBroken`, people are told of a way to hear it nevertheless. */
const say = (player, text, isBroken = false) => {
  [one(".status", player).textContent, one(".instead", player).hidden] = [text, !isBroken];
};

const memory = {
  // A browser may forbid storage altogether; then nothing is remembered, and nothing else is lost.
  get(key) { try { return localStorage.getItem(`podcast:${key}`); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(`podcast:${key}`, value); } catch { /* forbidden or full */ } },
  drop(key) { try { localStorage.removeItem(`podcast:${key}`); } catch { /* forbidden */ } },
};

function startPlayer(player) {
  const sound = soundOf(player);
  const text = readAlong(player, sound);
  const chapters = chapterList();
  const paint = painter(player, sound, [text.mark, chapters.mark]);
  const changeSpeed = speedControl(one("select", player), sound.audio);
  const goTo = (time_s, manner) => {
    if (Number.isNaN(time_s)) return;
    sound.seek(time_s);
    paint();
    text.bringIntoViewUnlessThere(manner);
  };
  const actions = {
    toggle: sound.toggle, back: () => sound.step(-15), forward: () => sound.step(30),
    follow: text.toggleFollow, share: () => share(player, sound.now_s()),
  };
  player.addEventListener("click", (event) => actions[event.target.closest("[data-do]")?.dataset.do]?.());
  watchSound(player, sound, paint);
  watchSeekBar(one(".seek input", player), sound);
  watchMoments(goTo, sound.play);
  watchKeys(actions, sound, changeSpeed);
  tellTheSystem(player, sound, actions, chapters);
  [sound.audio.controls, one(".deck", player).hidden] = [false, false];
  document.documentElement.classList.add("reads-along");
  // The text's links keep clear of the player when they get the focus: page.css reads its height (WCAG 2.4.11).
  const tellHeight = () => document.documentElement.style.setProperty("--player", `${player.offsetHeight}px`);
  new ResizeObserver(tellHeight).observe(player);
  sound.seek(rememberPlace(player, sound));
  paint();
  if (momentOf(location.hash) >= 0) history.scrollRestoration = "manual";
  goTo(momentOf(location.hash), "instant");
}

const split = (time_s) => [Math.floor(time_s / 3600), Math.floor(time_s / 60) % 60, Math.floor(time_s) % 60];

/** 65 as "1:05", 3723 as "1:02:03". */
function clock(time_s) {
  const [hours, ...rest] = split(time_s);
  const [minutes, seconds] = rest.map((count) => String(count).padStart(2, "0"));
  return hours ? `${hours}:${minutes}:${seconds}` : `${Number(minutes)}:${seconds}`;
}

/** Says 65 as "1 minute 5 seconds", in the page's language, for those who hear it. */
function speaker(language) {
  const as = (unit) => {
    try {
      const format = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: "unit", unit, unitDisplay: "long" });
      return (count) => format.format(count);
    } catch { return String; }  // an old browser knows no units
  };
  const [hours, minutes, seconds] = ["hour", "minute", "second"].map(as);
  return (time_s) => {
    const said = split(time_s).map((count, at) => count && [hours, minutes, seconds][at](count));
    return said.filter(Boolean).join(" ") || seconds(0);
  };
}

/** A text of the page's with its blanks: "1:05 of 7:12" of "{time} of {length}". */
const filled = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

/** The seconds that "#t=75", "#t=75.25" or "#t=1:02:03" name; NaN if it names none. */
function momentOf(hash) {
  const found = /^#t=((?:\d+:){0,2}\d+(?:\.\d+)?)$/.exec(hash);
  return found ? found[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0) : NaN;
}

/** The index of the last of the ascending `starts` that is not after `time_ms`; -1 if all are. */
function lastStarted(starts, time_ms) {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = starts[middle] <= time_ms ? [middle + 1, high] : [low, middle];
  }
  return low - 1;
}

function soundOf(player) {
  const audio = one("audio", player);
  const length_s = () => (Number.isFinite(audio.duration) ? audio.duration : player.dataset.ms / 1000);
  let wanted_s = 0;  // before the file's head is there, a browser takes no seek and says 0
  const now_s = () => (audio.readyState ? audio.currentTime : wanted_s);
  const seek = (time_s) => { wanted_s = audio.currentTime = clamp(time_s, 0, length_s()); };
  audio.addEventListener("loadedmetadata", () => { audio.currentTime = wanted_s; });
  const play = () => {
    if (audio.error) [wanted_s] = [now_s(), audio.load()];  // the network may be back
    const complain = () => audio.error || say(player, player.dataset.unplayable, true);
    return audio.play().catch(({ name }) => name === "AbortError" || complain());
  };
  const toggle = () => (audio.paused ? play() : audio.pause());
  return { audio, length_s, now_s, seek, play, toggle, step: (by_s) => seek(now_s() + by_s) };
}

function watchSound(player, { audio }, paint) {
  const fail = () => { audio.pause(); say(player, player.dataset.unloadable, true); };
  const frame = () => { paint(); if (!audio.paused) requestAnimationFrame(frame); };
  const show = () => {
    player.classList.toggle("is-playing", !audio.paused);
    one("[data-do=toggle]", player).setAttribute("aria-label", player.dataset[audio.paused ? "play" : "pause"]);
  };
  listen(audio, "timeupdate seeking seeked loadedmetadata", paint);
  listen(audio, "play pause", show);
  listen(audio, "play", frame);
  listen(audio, "playing", () => say(player, ""));
  listen(audio, "error", fail);
  if (audio.error) fail();  // before this file was there
}

function speedControl(select, audio) {
  const set = (speed) => {
    select.value = speed;
    if (select.selectedIndex < 0) select.value = "1";
    audio.defaultPlaybackRate = audio.playbackRate = Number(select.value);
    memory.set("speed", select.value);
  };
  set(memory.get("speed") ?? "1");
  select.addEventListener("change", () => set(select.value));
  return (step) => set(select.options[clamp(select.selectedIndex + step, 0, select.length - 1)].value);
}

function painter(player, { now_s, length_s }, marks) {
  const parts = ["#heard rect", ".seek input", ".elapsed", ".remaining"];
  const [heard, range, elapsed, remaining] = parts.map((part) => one(part, player));
  const bars = one(".wave", player).viewBox.baseVal.width;
  const spoken = speaker(document.documentElement.lang);
  let shown = "";
  return () => {
    const [time_s, all_s] = [now_s(), length_s()];
    range.max = all_s;
    range.value = time_s;
    heard.setAttribute("width", all_s ? (bars * time_s) / all_s : 0);
    const told = filled(player.dataset.timeOf, { time: spoken(time_s), length: spoken(all_s) });
    if (told !== shown) {  // once a second, not sixty times
      range.setAttribute("aria-valuetext", told);
      elapsed.textContent = clock(time_s);
      remaining.textContent = `−${clock(Math.max(0, all_s - Math.floor(time_s)))}`;
    }
    shown = told;
    for (const mark of marks) mark(Math.round(time_s * 1000));
  };
}

/** Tell `change` of the elements to unmark and to mark, whenever another one is current. */
function marker(elements, starts, change) {
  let current = -1;
  return (time_ms) => {
    const found = lastStarted(starts, time_ms);
    if (found !== current) change(elements[current], elements[found], found);
    current = found;
  };
}

function chapterList() {
  const links = all("[data-chapter]");
  const starts = links.map((link) => Number(link.dataset.chapter));
  let current = -1;
  const mark = marker(links, starts, (before, after, at) => {
    before?.removeAttribute("aria-current");
    after?.setAttribute("aria-current", "true");
    current = at;
  });
  return { mark, count: links.length, start_s: (step) => (starts[Math.max(current + step, 0)] ?? Infinity) / 1000 };
}

/** Mark the word that is being said, keep it in view, seek to the one that is clicked. */
function readAlong(player, sound) {
  const words = all("[data-s]");
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
  let [current, mayFollow, hasScrolled] = [words[0], true, false];
  for (const way of ["wheel", "touchmove"]) addEventListener(way, () => (hasScrolled = true), { passive: true });
  const roof_px = () => (getComputedStyle(player).position === "sticky" ? player.getBoundingClientRect().bottom : 0);
  const isInView = (word) => {
    const { top = -1, bottom } = word?.getBoundingClientRect() ?? {};
    return top > roof_px() && bottom < innerHeight - 40;
  };
  const bringIntoView = (manner = isCalm.matches ? "instant" : "smooth") => {
    if (!current) return;
    // A quarter below the player, so that the next lines are there too.
    const down_px = player.offsetHeight + (innerHeight - player.offsetHeight) / 4;
    scrollTo({ top: scrollY + current.getBoundingClientRect().top - down_px, behavior: manner });
  };
  const mark = marker(words, words.map((word) => Number(word.dataset.s)), (before, after) => {
    // Who has scrolled away is left alone; who comes back is followed again.
    const wasInView = mayFollow && isInView(before ?? words[0]);
    before?.classList.remove("now");
    after?.classList.add("now");
    current = after ?? words[0];
    if (wasInView && !isInView(current)) bringIntoView();
  });
  sound.audio.addEventListener("play", () => {
    if (mayFollow && !hasScrolled && !isInView(current)) bringIntoView();
  });
  const toggleFollow = () => {
    mayFollow = !mayFollow || !isInView(current);
    one("[data-do=follow]", player).setAttribute("aria-pressed", mayFollow);
    if (mayFollow) bringIntoView();
  };
  one("article").addEventListener("click", ({ target }) => {
    const word = target.closest("[data-s]");
    if (!word || !getSelection().isCollapsed) return;  // text that is being copied isn't a wish to hear it
    sound.seek(word.dataset.s / 1000);
    sound.play();
  });
  return { mark, toggleFollow, bringIntoViewUnlessThere: (manner) => isInView(current) || bringIntoView(manner) };
}

function watchSeekBar(range, sound) {
  const steps_s = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };
  range.addEventListener("input", () => sound.seek(Number(range.value)));
  range.addEventListener("keydown", (event) => {
    if (!steps_s[event.key] || hasModifier(event)) return;
    event.preventDefault();  // its own step is a tenth of a second
    sound.step(steps_s[event.key]);
  });
}

function watchMoments(goTo, play) {
  addEventListener("hashchange", () => goTo(momentOf(location.hash)));
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#t="]');
    if (!link || hasModifier(event) || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    goTo(momentOf(link.hash));
    play();
  });
}

/** Single keys, which can be switched off (WCAG 2.1.4), and which leave fields and buttons theirs. */
function watchKeys(actions, sound, changeSpeed) {
  const keys = {
    " ": actions.toggle, k: actions.toggle, j: actions.back, l: actions.forward,
    ArrowLeft: () => sound.step(-5), ArrowRight: () => sound.step(5),
    "<": () => changeSpeed(-1), ">": () => changeSpeed(1),
  };
  const box = one(".keyboard input");
  one(".keyboard").hidden = false;
  box.checked = memory.get("keys") !== "off";
  box.addEventListener("change", () => memory.set("keys", box.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!box.checked || !Object.hasOwn(keys, key) || hasModifier(event) || event.defaultPrevented) return;
    if (target.closest("input, select, textarea, [contenteditable]")) return;
    if (key === " " && target.closest("a, button, summary")) return;
    event.preventDefault();
    keys[key]();
  });
}

/** Keep the listener's place; returns, in seconds, where they stopped the last time. */
function rememberPlace(player, { audio, now_s, length_s }) {
  const key = `at:${player.dataset.guid}`;
  let saved_s = Number(memory.get(key)) || 0;
  const save = () => {
    saved_s = now_s();
    if (saved_s < 1 || saved_s > length_s() - Math.min(10, length_s() / 10)) memory.drop(key);
    else memory.set(key, saved_s.toFixed(2));
  };
  audio.addEventListener("timeupdate", () => Math.abs(now_s() - saved_s) < 5 || save());
  listen(audio, "pause ended seeked", save);
  addEventListener("pagehide", save);
  return saved_s;
}

async function share(player, time_s) {
  const here = location.protocol.startsWith("http") ? location : one("link[rel=canonical]") ?? location;
  const url = `${here.href.split("#")[0]}#t=${Math.floor(time_s)}`;
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url });
    await navigator.clipboard.writeText(url);
    say(player, filled(player.dataset.copied, { time: clock(time_s) }));
  } catch (error) {
    if (error.name === "AbortError") return;  // they have changed their mind
    one(".shared", player).hidden = false;
    Object.assign(one(".shared input", player), { value: url }).select();
  }
}

/** Lock screens, headphones, keyboards with a play key. */
function tellTheSystem(player, sound, actions, chapters) {
  if (!navigator.mediaSession || !window.MediaMetadata) return;
  const { title, show: album, author: artist } = player.dataset;
  const artwork = all("img.cover").map(({ src }) => ({ src })).filter(({ src }) => src.startsWith("http"));
  navigator.mediaSession.metadata = new MediaMetadata({ title, artist, album, artwork });
  const toChapter = (step) => (chapters.count ? () => sound.seek(chapters.start_s(step)) : null);
  const handlers = {
    play: sound.play, pause: () => sound.audio.pause(), seekto: ({ seekTime }) => sound.seek(seekTime),
    seekbackward: actions.back, seekforward: actions.forward, previoustrack: toChapter(-1), nexttrack: toChapter(1),
  };
  for (const [action, handler] of Object.entries(handlers)) {
    try { navigator.mediaSession.setActionHandler(action, handler); } catch { /* this browser doesn't know it */ }
  }
}

all("#player").forEach(startPlayer);
