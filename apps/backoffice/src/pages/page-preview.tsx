import { SegmentedControl, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { pageWords } from './page-words.ts';
import classes from './pages.module.css';

type Props = {
  readonly name: string;
  readonly url: string | undefined;
  /** The first document as it is being edited; the saved one without. */
  readonly unsaved?: string | undefined;
};

/** The page in the sandbox that people meet it in. It is answered as in a journey, but makes no passkey. */
export function PagePreview({ name, url, unsaved }: Props) {
  const document = useRef(unsaved);
  document.current = unsaved;
  const frame = useRef<HTMLIFrameElement>(null);
  const [width, setWidth] = useState('phone');
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const listen = ({ source, data, ports }: MessageEvent) => {
      const page = frame.current?.contentWindow;
      if (!page || source !== page) return;
      if (data?.event === 'UNSAVED') page.postMessage({ event: 'DOCUMENT', html: document.current }, '*');
      if (data?.event === 'READY') page.postMessage(greeting, '*');
      if (data?.event === 'SEND')
        setSaid(`${pageWords.sent}:\n${JSON.stringify(data.variables, null, 2)}`.slice(0, 4_000));
      if (data?.event === 'LATCHKEY')
        ports[0] && refusePasskeys(ports[0], () => setSaid(pageWords.askedPasskey));
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);
  if (url === undefined) return <Text c="dimmed">{pageWords.previewNone}</Text>;
  return (
    <>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={pageWords.width}
          data={[
            { value: 'phone', label: pageWords.phone },
            { value: 'desktop', label: pageWords.desktop },
          ]}
          value={width}
          onChange={setWidth}
        />
      </div>
      <iframe
        key={unsaved}
        ref={frame}
        className={classes.frame}
        data-width={width}
        title={pageWords.previewOf(name)}
        sandbox="allow-scripts allow-forms"
        referrerPolicy="no-referrer"
        src={unsaved === undefined ? url : `${url}?unsaved`}
      />
      <output>{said !== undefined && <pre className={classes.said}>{said}</pre>}</output>
    </>
  );
}

const greeting = { event: 'message', variables: { constants: {}, sessionData: { language: 'en' } } };

/** What the broker of a journey would do is the person's; here nobody is asked. */
function refusePasskeys(port: MessagePort, onAsked: () => void): void {
  port.onmessage = ({ data }) => {
    if (data?.kind !== 'create') return;
    onAsked();
    port.postMessage({ id: data.id, errorName: 'NotAllowedError' });
  };
}
