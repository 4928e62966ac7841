/* What Material's own script asks for: the root of the site and the reader's choices, kept for it.
   The names are Material's (partials/javascripts/base.html of 9.8.1). */
var __md_scope = new URL("../../", document.currentScript.src)
var __md_hash = text => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0)
var __md_get = (key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(scope.pathname + "." + key))
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value))
  } catch {
    /* the reader's browser keeps nothing: the choice lasts as long as the page */
  }
}
