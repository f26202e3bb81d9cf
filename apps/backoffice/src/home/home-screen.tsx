import { Page } from '../kit/page.tsx';

export const HomeScreen = () => <Page title="Home">–</Page>;
