import { Page } from '../kit/page.tsx';

export const AuditScreen = () => <Page title="Audit">–</Page>;
