import { Page } from '../kit/page.tsx';

export const SettingsScreen = () => <Page title="Settings">–</Page>;
