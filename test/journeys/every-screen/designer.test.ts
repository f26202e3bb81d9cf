import { judgeScreens } from './judge-screens.ts';
import { screensOf } from './parts.ts';

judgeScreens(screensOf('designer'));
