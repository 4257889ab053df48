/** Logs that something failed, by the name of the error alone: its message may quote what the user wrote. */
export function logFault(place: string): (error: unknown) => void {
  return (error) => {
    console.error(`Throughline: ${error instanceof Error ? error.name : 'Error'} ${place}`);
  };
}
