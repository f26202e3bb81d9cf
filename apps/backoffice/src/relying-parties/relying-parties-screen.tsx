import { Page } from '../kit/page.tsx';

export const RelyingPartiesScreen = () => <Page title="RelyingParties">–</Page>;
