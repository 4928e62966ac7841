/* Makes menu, search and wide tables reachable by keyboard. Material opens both
   through hidden checkboxes; here real buttons press them. */
const opener = new Map()

for (const name of ["drawer", "search"]) {
  const box = document.getElementById("__" + name)
  const buttons = document.querySelectorAll(`button[data-toggle=${name}]`)
  for (const button of buttons)
    button.addEventListener("click", () => {
      if (!box.checked) opener.set(name, button)
      box.click()
    })
  box.addEventListener("change", () => {
    for (const button of buttons)
      if (button.hasAttribute("aria-expanded"))
        button.setAttribute("aria-expanded", String(box.checked))
    if (name === "drawer") lock(box.checked)
    if (!box.checked) opener.get(name)?.focus()
    else if (name === "search") document.querySelector(".md-search__input").focus()
  })
}

/* While the menu is open the page behind it is out of reach. */
function lock(open) {
  for (const part of document.querySelectorAll(".md-header, .md-tabs, .md-content, .md-footer, .md-skip"))
    part.inert = open
  if (open) document.querySelector(".site-nav button").focus()
}

function closeMenu() {
  const box = document.getElementById("__drawer")
  if (box.checked) box.click()
}

document.addEventListener("keydown", event => {
  if (event.key === "Escape") closeMenu()
})
matchMedia("(min-width: 76.25em)").addEventListener("change", closeMenu) // turned or enlarged: no menu there

/* A wide table scrolls inside its frame (Material adds the frame); the frame
   takes the keyboard's focus only while there is something to scroll. */
const watch = new ResizeObserver(entries => {
  for (const { target } of entries) {
    const wide = target.scrollWidth > target.clientWidth
    target.toggleAttribute("data-wide", wide)
    if (wide) {
      target.tabIndex = 0
      target.setAttribute("role", "group")
      target.setAttribute("aria-label", "Bảng rộng, cuộn ngang để xem hết")
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name)
    }
  }
})
addEventListener("load", () => {
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) watch.observe(frame)
})
