/** The card's measures; its colours are the offer's. While the panel is open there is no room for both. */
export const commandStyle = `
.command {
  display: flex;
  flex-direction: column;
  width: min(400px, var(--room, 400px));
  max-height: var(--height, 60vh);
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
.command[hidden], .command-list[hidden], .offer:has(> .panel) ~ .command { display: none; }
.command-says { font-variant-numeric: tabular-nums; }
.command-list { min-height: 0; overflow-y: auto; margin-top: 4px; border-top: 1px solid var(--line); }
.command-part { padding-top: 8px; font-size: 12px; color: var(--muted); }
.command-list li { padding: 4px 0; font-size: 15px; overflow-wrap: anywhere; }
.command-list li + li { border-top: 0; }
.command-more { padding: 4px 0; font-size: 12px; color: var(--muted); }
.command-acts { display: flex; flex: none; flex-wrap: wrap; justify-content: flex-end; gap: 8px; padding-top: 8px; }
@media (prefers-reduced-motion: reduce) { .command { animation: none; } }
@media (forced-colors: active) { .command { border-color: CanvasText; } }
`;
