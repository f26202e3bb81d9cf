import { Page } from '../kit/page.tsx';

export const OperatorsScreen = () => <Page title="Operators">–</Page>;
