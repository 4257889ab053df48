import type { Resource } from 'voy-search';
import * as binding from 'voy-search/voy_search_bg.js';

/** Voy's fixed number of axes: shorter vectors are padded with zeros, longer ones silently cut. */
export const voyAxes = 768;

export interface VoyPoint {
  id: string;
  /** At most `voyAxes` numbers that a float32 holds exactly, or removing the point will not find it. */
  axes: number[];
}

/** Every method may trap; the instance must not be used again after that. */
export interface VoyInstance {
  add(points: readonly VoyPoint[]): void;
  /** The point must have the axes it was added with. */
  remove(points: readonly VoyPoint[]): void;
  /** Ids of the `k` nearest by Euclidean distance. `k` must not exceed the number of points by far: it is allocated. */
  search(axes: Float32Array, k: number): string[];
}

interface VoyExports extends WebAssembly.Exports {
  memory: WebAssembly.Memory;
}

/** An empty Voy in a WebAssembly instance, and so a memory, of its own; what it holds goes when it is let go. */
export function startVoy(module: WebAssembly.Module): VoyInstance {
  const { exports } = new WebAssembly.Instance(module, { './voy_search_bg.js': { ...binding } });
  const inside = exports as VoyExports;
  bind(inside);
  const voy = new binding.Voy();

  return {
    add(points) {
      bind(inside);
      voy.add(resource(points));
    },
    remove(points) {
      bind(inside);
      voy.remove(resource(points));
    },
    search(axes, k) {
      bind(inside);
      return voy.search(axes, k).neighbors.map(({ id }) => id);
    },
  };
}

let bound: VoyExports | undefined;

/**
 * The binding talks to one instance at a time and keeps views of its memory until they are detached. Growing the
 * memory by no pages detaches them, so that the next call reads the memory of the instance it is meant for.
 */
function bind(exports: VoyExports): void {
  if (bound === exports) return;
  bound?.memory.grow(0);
  binding.__wbg_set_wasm(exports);
  bound = exports;
}

function resource(points: readonly VoyPoint[]): Resource {
  return { embeddings: points.map(({ id, axes }) => ({ id, title: '', url: '', embeddings: axes })) };
}
