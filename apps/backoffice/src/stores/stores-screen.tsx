import { Page } from '../kit/page.tsx';

export const StoresScreen = () => <Page title="Stores">–</Page>;
