import { describe, expect, it } from '@jest/globals';
import { IsIn, IsString } from 'class-validator';
import { InvalidRequestError } from '@app/problem/invalid-request.error.js';
import { QueryPipe } from './query.pipe.js';

class TeaQuery {
  @IsString({ message: 'leaf is required' })
  leaf: string | undefined = undefined;

  @IsIn(['cup', 'pot'], { message: 'size must be cup or pot' })
  size = 'cup';

  get order(): string {
    return `${this.size} of ${this.leaf}`;
  }
}

const read = (query: unknown): TeaQuery =>
  new QueryPipe().transform(query, { type: 'query', metatype: TeaQuery }) as TeaQuery;

describe('QueryPipe', () => {
  it('reads a query into its class, with defaults for missing parameters', () => {
    expect(read({ leaf: 'oolong' }).order).toBe('cup of oolong');
  });

  it('rejects a query with one fault per parameter', () => {
    const refused = ((): unknown => {
      try {
        return read({ size: 'bucket' });
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(InvalidRequestError);
    expect((refused as InvalidRequestError).faults).toEqual([
      { parameter: 'leaf', detail: 'leaf is required' },
      { parameter: 'size', detail: 'size must be cup or pot' },
    ]);
  });

  it.each([
    JSON.parse('{"leaf":"oolong","__proto__":["x"]}') as object,
    { leaf: 'oolong', order: 'coffee' },
    { leaf: 'oolong', constructor: 'x', toString: 'y' },
    Object.assign(Object.create(null) as object, { leaf: 'oolong' }),
  ])('ignores parameters that the class does not declare', (sent) => {
    const query = read(sent);
    expect(query).toBeInstanceOf(TeaQuery);
    expect(query.order).toBe('cup of oolong');
  });

  it('passes other arguments through', () => {
    expect(new QueryPipe().transform('a', { type: 'param', metatype: String })).toBe('a');
  });
});
