import { sizesOf } from './test/bench/built-sizes.ts';
console.log(sizesOf('dist').popup);
