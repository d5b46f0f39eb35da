// What is typed into a form is mirrored in this browser until the portal has kept it, so that a lost signal, a reload or a sign-out costs nothing.
// A field is known by its name. What the portal has not seen is put back and told to it as if it had just been typed.
const place = id => `kept:${id}`;
const read = id => JSON.parse(localStorage.getItem(place(id)) ?? '{}');
const write = (id, fields) => Object.keys(fields).length ? localStorage.setItem(place(id), JSON.stringify(fields)) : localStorage.removeItem(place(id));
const valueOf = field => field.type === 'checkbox' ? field.checked : field.value;
const seen = new WeakSet();

// Watched from the page's first moment: with a weak signal a word may be typed long before the form's circuit asks for this module.
for (const kind of ['input', 'change']) document.addEventListener(kind, ({ target: field }) => {
  const id = field.form?.dataset.kept;
  if (!id || !field.name || (field.type === 'radio' && !field.checked)) return;
  const fields = read(id);
  fields[field.name] = { value: valueOf(field), at: Date.now(), told: kind === 'change' };
  write(id, fields);
});

// Puts back what is newer than savedAt (milliseconds since 1970, by this browser's clock within a few seconds).
export function keep(form, id, savedAt) {
  const fields = read(id);
  for (const field of form.elements) {
    const mine = fields[field.name];
    if (!mine || seen.has(field) || mine.at < savedAt) continue;
    seen.add(field);
    if (field.type === 'radio') {
      if (field.value === mine.value && !field.checked) field.click();
    } else if (valueOf(field) !== mine.value) {
      if (field.type === 'checkbox') field.checked = mine.value;
      else field.value = mine.value;
      // A field that tells with every key listens to the first, the others to the second.
      for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }
}

// The portal has kept the form. What was told within the last moments may have been on its way meanwhile and goes with the next time.
export function kept(id) {
  const fields = read(id);
  for (const [name, field] of Object.entries(fields))
    if (field.told && Date.now() - field.at > 1500) delete fields[name];
  write(id, fields);
}

// A choice from a list that is no input: the portal has heard of it already.
export function told(id, name, value) {
  const fields = read(id);
  fields[name] = { value, at: Date.now(), told: true };
  write(id, fields);
}

// The form is sent: nothing of it is needed here any more.
export function forget(id) {
  localStorage.removeItem(place(id));
}

export const focus = form => form.querySelector('input, select, textarea')?.focus();

export const top = () => scrollTo({ top: 0 });
