import { Kbd } from '@mantine/core';
import classes from './panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './words.ts';

/** Keys that make drawing fast, where nothing is chosen. */
export const TipsSection = () => (
  <PanelSection title={panelWords.keys}>
    <dl className={classes.tips}>
      {panelWords.tips.map(([key, text]) => (
        <div key={key}>
          <dt>
            <Kbd size="xs">{key}</Kbd>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  </PanelSection>
);
