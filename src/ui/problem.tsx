/** Says what did not work and what to do; the region is there before its words, so that they are read out. */
export function Problem({ words }: { words: string | undefined }) {
  return (
    <p class="problem" role="alert" hidden={!words}>
      {words}
    </p>
  );
}
