/** The best places so far, in columns: nothing is made for those that do not come in. */
export class BestPlaces {
  /** Best first; of equal scores the earlier place. The first `count`. */
  readonly places: Int32Array;
  readonly scores: Float64Array;
  count = 0;

  constructor(private readonly limit: number) {
    this.places = new Int32Array(limit);
    this.scores = new Float64Array(limit);
  }

  /** What a score must be above to come in. */
  get least(): number {
    return this.count < this.limit ? 0 : (this.scores[this.limit - 1] ?? 0);
  }

  /** For scores above `least`. */
  add(place: number, score: number): void {
    const { places, scores } = this;
    let at = this.count < this.limit ? this.count++ : this.limit - 1;
    for (; at > 0 && isBefore(score, place, scores[at - 1] ?? 0, places[at - 1] ?? 0); at -= 1) {
      places[at] = places[at - 1] ?? 0;
      scores[at] = scores[at - 1] ?? 0;
    }
    places[at] = place;
    scores[at] = score;
  }
}

function isBefore(score: number, place: number, otherScore: number, otherPlace: number): boolean {
  return score > otherScore || (score === otherScore && place < otherPlace);
}
