/**
 * What a page of vtiger 5 has done to the language before any other script runs, in our own words: a library of 2006
 * that knows neither iterators nor the arguments that came later. Runs as a script in the page's own global scope.
 */
export const oldPage = `
(() => {
  const list = (given) => {
    const values = [];
    if (!given) return values;
    if (given.toArray) return given.toArray();
    for (let i = 0; i < given.length; i++) values.push(given[i]);
    return values;
  };
  const stop = {};
  const backwards = Array.prototype.reverse;
  const additions = {
    _each(visit) { for (let i = 0; i < this.length; i++) visit(this[i]); },
    each(visit) {
      let index = 0;
      try { this._each((value) => visit(value, index++)); } catch (error) { if (error !== stop) throw error; }
    },
    map(visit) { const found = []; this.each((value, index) => found.push(visit(value, index))); return found; },
    find(test) {
      let found;
      this.each((value, index) => { if (test(value, index)) { found = value; throw stop; } });
      return found;
    },
    entries() { return this.toArray(); },
    indexOf(value) { for (let i = 0; i < this.length; i++) if (this[i] == value) return i; return -1; },
    _reverse: backwards,
    reverse(inPlace) { return (inPlace !== false ? this : this.toArray())._reverse(); },
    toArray() { const found = []; this._each((value) => found.push(value)); return found; },
    first() { return this[0]; },
    last() { return this[this.length - 1]; },
    clear() { this.length = 0; return this; },
  };
  for (const name of 'all any collect detect findAll select include member inject invoke max min partition pluck reject sortBy zip inspect compact flatten without'.split(' ')) {
    additions[name] = function () { return this; };
  }
  for (const name of Object.keys(additions)) Array.prototype[name] = additions[name];
  Array.from = list;
  Function.prototype.bind = function () {
    const method = this;
    const given = list(arguments);
    const self = given.shift();
    return function () { return method.apply(self, given.concat(list(arguments))); };
  };
})();
`;
