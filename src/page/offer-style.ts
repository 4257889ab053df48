/**
 * The offer's own colours and measures. `all: initial` keeps the site's from reaching in; what is important here wins
 * over what is important there, so that a page can neither hide the panel under a button of its own nor select its
 * words and read them.
 */
export const offerStyle = `
:host {
  all: initial;
  position: fixed !important;
  z-index: 2147483000 !important;
  opacity: 1 !important;
  visibility: visible !important;
  transform: none !important;
  filter: none !important;
  clip-path: none !important;
  user-select: none !important;
  top: 0;
  left: 0;
  --paper: oklch(0.992 0.002 200);
  --raised: oklch(0.97 0.004 200);
  --line: oklch(0.9 0.006 200);
  --ink: oklch(0.22 0.012 200);
  --muted: oklch(0.49 0.014 200);
  --accent: oklch(0.52 0.09 200);
  --shadow: 0 1px 2px rgb(0 20 24 / 0.06), 0 6px 20px rgb(0 20 24 / 0.12);
  color-scheme: light;
}
:host([data-scheme='dark']) {
  --paper: oklch(0.24 0.005 200);
  --raised: oklch(0.28 0.007 200);
  --line: oklch(0.36 0.009 200);
  --ink: oklch(0.95 0.004 200);
  --muted: oklch(0.74 0.012 200);
  --accent: oklch(0.78 0.09 200);
  --shadow: 0 1px 2px rgb(0 0 0 / 0.3), 0 6px 20px rgb(0 0 0 / 0.45);
  color-scheme: dark;
}
:host([hidden]) { display: none; }
* { box-sizing: border-box; margin: 0; font: inherit; letter-spacing: normal; }
.offer {
  display: flex;
  flex-direction: column-reverse;
  align-items: flex-end;
  gap: 8px;
  font: 400 13px/1.45 system-ui, sans-serif;
  color: var(--ink);
  text-align: start;
  animation: appear 120ms ease-out;
}
:host([data-side='below']) .offer { flex-direction: column; }
.pill {
  display: inline-flex;
  align-items: center;
  gap: 8px;
  height: 28px;
  padding: 0 8px 0 10px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--paper);
  color: var(--ink);
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
  cursor: default;
}
.pill:hover { background: var(--raised); }
.glyph { width: 16px; height: 16px; color: var(--accent); }
.caret { width: 12px; height: 12px; color: var(--muted); }
.pill[aria-expanded='true'] .caret { transform: rotate(180deg); }
.panel {
  width: min(400px, var(--room, 400px));
  max-height: var(--height, 60vh);
  overflow-y: auto;
  padding: 4px 12px 8px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--paper);
  box-shadow: var(--shadow);
  animation: appear 120ms ease-out;
}
ul { padding: 0; list-style: none; }
li { padding: 8px 0; }
li + li { border-top: 1px solid var(--line); }
.memory { display: flex; gap: 8px; }
.memory input { flex: none; width: 16px; height: 16px; margin: 20px 0 0; accent-color: var(--accent); }
.words { min-width: 0; }
.kind { display: block; font-size: 12px; color: var(--muted); }
.memory:has(input:not(:checked)) .text { color: var(--muted); text-decoration: line-through; }
.second { display: flex; align-items: center; min-height: 28px; padding-inline-start: 24px; }
.reason { flex: 1; min-width: 0; overflow-wrap: anywhere; font-size: 12px; color: var(--muted); }
.thumb {
  display: inline-grid;
  flex: none;
  place-items: center;
  width: 28px;
  height: 28px;
  border: 0;
  border-radius: 6px;
  background: none;
  color: var(--muted);
  cursor: default;
}
.thumb:hover { background: var(--raised); color: var(--ink); }
.thumb[aria-disabled='true'] { opacity: 0.4; }
.thumb[aria-pressed='true'] { background: var(--raised); color: var(--accent); opacity: 1; }
.hand { width: 16px; height: 16px; }
.hand.down { transform: rotate(180deg); }
.text {
  display: -webkit-box;
  overflow: hidden;
  overflow-wrap: anywhere;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  font-size: 15px;
}
.more { padding: 8px 0; border-top: 1px solid var(--line); font-size: 12px; color: var(--muted); }
.tokens { flex: 1; font-size: 12px; color: var(--muted); font-variant-numeric: tabular-nums; }
.acts { display: flex; align-items: center; justify-content: flex-end; gap: 8px; padding: 8px 0 4px; border-top: 1px solid var(--line); }
.act {
  min-height: 28px;
  padding: 0 12px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--paper);
  color: var(--ink);
  cursor: default;
}
.act:hover { background: var(--raised); }
.act.main { border-color: var(--accent); background: var(--accent); color: var(--paper); font-weight: 600; }
.act:disabled { opacity: 0.5; }
.act.main:hover { filter: brightness(0.94); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (pointer: coarse) {
  .act { min-height: 44px; }
  .thumb { width: 44px; height: 44px; }
  .pill::before { content: ''; position: absolute; inset: -8px 0; }
  .pill { position: relative; }
}
@media (prefers-reduced-motion: reduce) { .offer, .panel { animation: none; } }
@media (forced-colors: active) { .pill, .panel, .act { border-color: CanvasText; } }
@keyframes appear { from { opacity: 0; transform: translateY(4px); } }
`;
