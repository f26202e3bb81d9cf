import type { Messages } from './messages.ts';

/** Japanese. */
export const ja: Messages = {
  missing: '入力してください。',
  missingChoice: '1 つ選択してください。',
  missingTick: '続けるにはチェックを入れてください。',
  appeared: '回答に応じてこの質問が追加されました。こちらもご確認ください。',
  invalid: {
    text: '入力内容をご確認ください。',
    number: '数値を入力してください（例：42、1.5）。',
    email: 'メールアドレスを入力してください（例：name@example.com）。',
    phone: '電話番号を入力してください（例：+81 3 1234 5678）。',
    date: '実在する日付を入力してください。',
    choice: '選択肢から 1 つ選んでください。',
    checkbox: 'チェックを入れるか、空のままにしてください。',
  },
  length: {
    between: '{min}～{max} 文字で入力してください。',
    atLeast: '{min} 文字以上で入力してください。',
    atMost: '{max} 文字以内で入力してください。',
  },
  range: {
    between: '{min} から {max} の間で入力してください。',
    atLeast: '{min} 以上の値を入力してください。',
    atMost: '{max} 以下の値を入力してください。',
  },
};
