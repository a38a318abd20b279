// What pages cannot do by themselves: keys, checks while one types, and the watch over a long work.
"use strict";

const csrf = document.body.dataset.csrf;
const typing = (element) => element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

// Once a form was sent its page is as good as gone: a key that comes before the next one would be about what is no longer so.
let sent = false;
document.addEventListener("submit", () => { sent = true; });
window.addEventListener("pageshow", () => { sent = false; });

// What was typed and not sent is not lost: keys that lead elsewhere rest, and whoever leaves the page is asked first.
const unsent = new Set(document.querySelectorAll("form[data-unsent]"));
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.method === "post" && (typing(event.target) || form.dataset.live)) unsent.add(form);
});
document.addEventListener("submit", (event) => { if (!event.defaultPrevented) unsent.delete(event.target); });
addEventListener("beforeunload", (event) => { if (unsent.size) event.preventDefault(); });
document.addEventListener("keydown", (event) => {
  if (!unsent.size || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const led = [...document.querySelectorAll("[data-key]")].filter((one) => one.dataset.key === event.key);
  if (!led.length || led.some((one) => unsent.has(one.form))) return;
  event.stopImmediatePropagation();
  const said = document.getElementById("said");
  said.textContent = "What you typed is not saved yet: send it or leave it before you use this key.";
  said.classList.add("shown");
}, true);

// Proposed wordings come with the remarks on an entry, and go to a place that is not read out; ticks and focus stay.
const remarks = document.getElementById("remarks");
if (remarks) new MutationObserver(() => {
  const found = remarks.querySelector("template[data-for]");
  if (found) propose(document.getElementById(found.dataset.for), found.content);
}).observe(remarks, { childList: true });
function propose(place, found) {
  const boxes = (within) => [...within.querySelectorAll("input")];
  const old = boxes(place), known = old.map((box) => box.value), now = boxes(found);
  if (known.join("\n") === now.map((box) => box.value).join("\n")) return;
  for (const box of now) if (known.includes(box.value)) box.checked = old[known.indexOf(box.value)].checked;
  const focused = old.includes(document.activeElement) ? document.activeElement.value : null;
  place.replaceChildren(found);
  if (focused !== null) (now.find((box) => box.value === focused) ?? document.getElementById("phrasings")).focus();
}

// Keys: an element with data-key is pressed, or entered, with that key, wherever nothing is being typed.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || sent) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if ((event.key === " " || event.key === "Enter") && event.target.closest("button, a, summary, input, select")) return; // its own keys
  const wanted = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key && !one.disabled && one.offsetParent);
  if (!wanted) return;
  event.preventDefault();
  if (typing(wanted)) { wanted.focus(); wanted.select?.(); } else wanted.click();
  if (wanted.matches("input")) wanted.focus(); // so that what was chosen is read out
});

// In a text of several lines, Ctrl+Enter sends its form.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat && !sent) event.target.closest("form")?.requestSubmit();
});

// A form with data-live is sent there a moment after each change; what comes back takes the place of what is in data-into.
const waiting = new WeakMap();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-live]");
  if (!form) return;
  clearTimeout(waiting.get(form)?.timer);
  waiting.get(form)?.request?.abort();
  waiting.set(form, { timer: setTimeout(() => look(form), 300) });
});
async function look(form) {
  const request = new AbortController();
  waiting.set(form, { request });
  const into = document.querySelector(form.dataset.into);
  try {
    const options = { method: "POST", body: new FormData(form), headers: { "X-CSRF-Token": csrf }, signal: request.signal };
    const found = await fetch(form.dataset.live, options);
    if (!found.ok) into.textContent = `This could not be checked (the desk answered ${found.status}).`;
    else into.innerHTML = await found.text(); // written by our own templates, which escape all that they are given
  } catch (error) {
    if (error.name !== "AbortError") into.textContent = "The desk does not answer; is it still running?";
  }
}

// What is at hand in a long list is brought into view.
for (const one of document.querySelectorAll(".sentences .at")) {
  if (matchMedia("(min-width: 60rem)").matches) one.scrollIntoView({ block: "center" });
  break;
}

// The first passage that is lit is in view, where the article scrolls by itself.
const lit = document.querySelector(".lit mark");
if (lit) lit.closest(".lit").scrollTop = lit.offsetTop - 120;

// A long work: how far it is, until the page is loaded anew and leads on.
const watched = document.querySelector("[data-job]");
async function watch() {
  try {
    const found = await fetch(watched.dataset.job);
    if (!found.ok) return location.replace(watched.dataset.then); // the desk was started anew, and knows nothing of this work
    const state = await found.json();
    if (state.finished) return location.reload();
    watched.textContent = `${state.step || "waiting for its turn"} …`;
    document.getElementById("done").value = state.done;
  } catch { watched.textContent = "The desk does not answer; is it still running?"; }
  setTimeout(watch, 500);
}
if (watched) setTimeout(watch, 300);

// What must be begun by sending a form is begun at once where one comes from a page of our own, and never for a page elsewhere.
const begun = document.querySelector("form[data-begin]");
if (begun && document.referrer.startsWith(`${location.origin}/`)) begun.requestSubmit();
