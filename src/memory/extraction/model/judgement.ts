/** Of one thing that may be wrong with what a model read: nothing is, something may be, something is. */
export type Judgement = 'fine' | 'unsure' | 'no';
