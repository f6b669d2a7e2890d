"use strict";
(() => {
  const answering = document.getElementById("answer");
  const forms = [...document.querySelectorAll("form.answer")];
  const last = answering.querySelector("form");
  const saved = new Map();
  let isSaved = true;

  const hex = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const moment = () => new Date().toISOString().slice(0, 19) + "+00:00";

  // What stands in one form, or nothing. The same words keep their uid, so that saving twice is saying it once.
  const item = (form) => {
    const fields = form.elements;
    const text = fields.text.value.trim();
    const answers = ["situation", "behaviour", "impact", "next"]
      .map((key) => ({ key, question: fields[key].dataset.question, text: fields[key].value.trim() }))
      .filter((answer) => answer.text);
    if (!text && !answers.length) return null;
    const kind = fields.asks.checked ? "question" : "comment";
    const words = JSON.stringify([text, answers, kind]);
    const before = saved.get(form);
    const [uid, at] = before && before.words === words ? [before.uid, before.at] : [hex(), moment()];
    saved.set(form, { words, uid, at });
    const { number, uid: entry, digest } = form.dataset;
    const found = { uid, about: { number: Number(number), uid: entry, digest }, kind, at };
    if (text) found.text = text;
    if (answers.length) Object.assign(found, { framework: "sbi", answers });
    return found;
  };

  const save = (event) => {
    event.preventDefault();
    const status = event.target.querySelector('[role="status"]');
    const items = forms.map(item).filter(Boolean);
    if (!items.length) {
      status.textContent = "There are no words yet.";
      return;
    }
    const { reader, packet } = answering.dataset;
    const by = last.elements.by.value.trim() || last.elements.by.defaultValue;
    const file = { format: "mentorlog feedback", version: 1, reader, packet, by, items };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1) + "\n"], { type: "application/json" }));
    link.download = `mentorlog-feedback-${packet.slice(0, 4)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isSaved = true;
    status.textContent = `Saved as ${link.download}, ${items.length === 1 ? "1 answer" : `${items.length} answers`}. Send it back as you like.`;
  };

  for (const form of [...forms, last]) {
    form.hidden = false;
    form.addEventListener("submit", save);
    form.addEventListener("input", () => { isSaved = false; });
  }
  addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });
})();
