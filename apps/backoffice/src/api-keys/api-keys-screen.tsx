import { Page } from '../kit/page.tsx';

export const ApiKeysScreen = () => <Page title="ApiKeys">–</Page>;
