import {
  Badge,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  Portal,
  Switch,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core';

const indigo: MantineColorsTuple = [
  '#f2f1fe',
  '#e5e3fd',
  '#cbc7fb',
  '#a9a4ff',
  '#8b84f5',
  '#6d64ea',
  '#5449dc',
  '#4338ca',
  '#372fa8',
  '#2d2787',
];

const gray: MantineColorsTuple = [
  '#f8f8fb',
  '#f3f4f8',
  '#e8eaf0',
  '#d9dce5',
  '#c3c8d4',
  '#9aa1b1',
  '#717889',
  '#565d6d',
  '#363b48',
  '#1b1f2a',
];

const dark: MantineColorsTuple = [
  '#eceef4',
  '#c4c9d6',
  '#a9b0c0',
  '#7b849a',
  '#353b4a',
  '#272c38',
  '#1f232d',
  '#14161d',
  '#0f1117',
  '#0a0b10',
];

const red: MantineColorsTuple = [
  '#fdecea',
  '#fbdad6',
  '#ffc4bd',
  '#ffa198',
  '#f47a6e',
  '#e2574a',
  '#cf3a2c',
  '#b42318',
  '#951c13',
  '#7a1710',
];

const green: MantineColorsTuple = [
  '#e3f5ec',
  '#c9ebda',
  '#a0e0c0',
  '#6cdba6',
  '#3fb884',
  '#239a68',
  '#16875a',
  '#0f7a4d',
  '#0b6540',
  '#085133',
];

const yellow: MantineColorsTuple = [
  '#fdf3dc',
  '#fae7bb',
  '#f7d88d',
  '#f3c667',
  '#dba632',
  '#b98413',
  '#a06e04',
  '#8a5a00',
  '#704900',
  '#5b3b00',
];

const fontFamily =
  'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif';

/** Id of the landmark in which menus, tooltips and dialogs are shown. */
export const layersId = 'layers';

/** Choices scroll in their own list, which belongs to its field; a scroll area round it would be a stop for nobody. */
const ownList = { defaultProps: { withScrollArea: false }, classNames: { options: 'lk-choices' } };

/** The look: calm, dense but airy, indigo as on the end user's page; contrast of WCAG AA in light and dark. */
export const theme = createTheme({
  colors: { indigo, gray, dark, red, green, yellow },
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: legible,
  white: '#ffffff',
  black: '#1b1f2a',
  fontFamily,
  headings: { fontFamily, fontWeight: '600' },
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, "Cascadia Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600 } }),
    // Its placeholder for the focus is a child that a menu may not have; the first item takes the focus instead.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({ defaultProps: { centered: true, radius: 'lg', overlayProps: { blur: 2 } } }),
    Portal: Portal.extend({ defaultProps: { target: `#${layersId}` } }),
    // Named by hand: lists are no part of the first view.
    Select: ownList,
    MultiSelect: ownList,
    Autocomplete: ownList,
    TagsInput: ownList,
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300 } }),
  },
});

/** Filled parts are dark with white words in light, light with dark words in dark. */
function legible(input: Parameters<VariantColorsResolver>[0]): ReturnType<VariantColorsResolver> {
  const colours = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colours, color: 'var(--lk-on-filled)' } : colours;
}

/** What the theme's own colours don't reach. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--lk-on-filled': '#ffffff',
    '--mantine-primary-color-contrast': '#ffffff',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b1f2a',
    '--mantine-color-dimmed': '#565d6d',
    '--mantine-color-placeholder': '#666d7e',
    '--mantine-color-error': '#b42318',
    '--mantine-color-default-border': '#d9dce5',
    '--mantine-color-anchor': '#4338ca',
  },
  dark: {
    '--lk-on-filled': '#14122e',
    '--mantine-primary-color-contrast': '#14122e',
    '--mantine-color-body': '#14161d',
    '--mantine-color-text': '#eceef4',
    '--mantine-color-dimmed': '#a9b0c0',
    '--mantine-color-placeholder': '#8b94a8',
    '--mantine-color-error': '#ffa198',
    '--mantine-color-default-border': '#353b4a',
    '--mantine-color-anchor': '#a9a4ff',
  },
});
