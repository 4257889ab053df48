/** One line of the report: what, how much, and from how many runs. */
export interface Figure {
  what: string;
  value: string;
  runs: string;
}
