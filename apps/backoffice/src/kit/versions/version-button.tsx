import { Button } from '@mantine/core';

type Props = { readonly label: string; readonly onClick: () => void; readonly isDangerous?: boolean };

/** Something that one can do with a version: quiet, since each row has several. */
export const VersionButton = ({ label, onClick, isDangerous = false }: Props) => (
  <Button size="compact-sm" variant="subtle" color={isDangerous ? 'red' : 'indigo'} onClick={onClick}>
    {label}
  </Button>
);
