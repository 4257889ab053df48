/** The card's measures; its colours are the offer's. While the panel is open there is no room for both. */
export const solvedStyle = `
:host {
  display: flex;
  flex-direction: column-reverse;
  align-items: flex-end;
  gap: 8px;
}
:host([data-side='below']) { flex-direction: column; }
.pill[hidden], .offer:has(> .pill[hidden]) { display: none; }
.solved {
  width: min(360px, var(--room, 360px));
  max-height: var(--height, 60vh);
  overflow-y: auto;
  padding: 8px 12px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--paper);
  color: var(--ink);
  box-shadow: var(--shadow);
  font: 400 13px/1.45 system-ui, sans-serif;
  text-align: start;
  animation: appear 120ms ease-out;
}
.solved[hidden], .offer:has(> .panel) ~ .solved { display: none; }
.solved-when { font-size: 12px; color: var(--muted); font-variant-numeric: tabular-nums; }
.solved-gist {
  display: -webkit-box;
  overflow: hidden;
  overflow-wrap: anywhere;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 4;
}
.solved-acts { display: flex; justify-content: flex-end; gap: 8px; padding-top: 8px; }
.solved-act {
  display: inline-flex;
  align-items: center;
  min-height: 28px;
  padding: 0 12px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--paper);
  color: var(--ink);
  text-decoration: none;
  cursor: default;
}
.solved-act:hover { background: var(--raised); }
/* Over a button of the site it makes itself small until somebody wants to read it. */
.solved.folded:not(:hover, :focus-within) {
  display: flex;
  align-items: center;
  gap: 8px;
  width: auto;
  max-width: var(--room, 360px);
  padding: 0 4px 0 12px;
  border-radius: 10px;
}
.solved.folded:not(:hover, :focus-within) .solved-gist { display: none; }
.solved.folded:not(:hover, :focus-within) .solved-acts { padding: 0; gap: 4px; }
.solved.folded:not(:hover, :focus-within) .solved-act { border-color: transparent; padding: 0 8px; }
a.solved-act { border-color: var(--accent); color: var(--accent); }
@media (pointer: coarse) { .solved-act { min-height: 44px; } }
@media (prefers-reduced-motion: reduce) { .solved { animation: none; } }
@media (forced-colors: active) { .solved, .solved-act { border-color: CanvasText; } }
`;
