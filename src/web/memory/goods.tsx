import { Button } from '@mantine/core';
import { useState } from 'react';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { moneyText } from './event-telling.ts';
import { type Bag, bagsOf, numberOf, textOf } from './payload.ts';
import classes from './story.module.css';

const shownAtFirst = 4;

/** The lines of a purchase or invoice as they were told: what, how many, at what price. */
export function Goods({ said }: { readonly said: Bag }) {
  const { t } = useWords();
  const show = useShow();
  const [all, setAll] = useState(false);
  const products = bagsOf(said['products']);
  if (products.length === 0) return null;
  const lines = products.map((product, index) => ({
    key: `${index} ${textOf(product['product_id'] ?? product['sku']) ?? ''}`,
    name: textOf(product['name'] ?? product['sku'] ?? product['product_id']) ?? t('memory.story.noProduct'),
    quantity: textOf(product['quantity']) ?? '1',
    price: priceOf(product, said, (value) => moneyText(value, said, show)),
  }));
  const seen = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <div className={classes.goods}>
      <table aria-label={t('memory.story.goods')}>
        <tbody>
          {seen.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              <td>
                {[line.quantity === '1' ? '' : line.quantity, line.price].filter((part) => part !== '').join(' × ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > seen.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {t('memory.story.allLines', { count: lines.length })}
        </Button>
      ) : null}
    </div>
  );
}

function priceOf(product: Bag, said: Bag, write: (value: string) => string): string {
  const price = textOf(product['price']);
  if (price === undefined || numberOf(price) === undefined) return '';
  const currency = textOf(product['currency']) ?? textOf(said['currency']);
  return currency === undefined ? price : write(price);
}
