import { Page } from '../kit/page.tsx';

export const UsersScreen = () => <Page title="Users">–</Page>;
