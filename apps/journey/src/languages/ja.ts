import type { Catalogue } from './catalogue.ts';

/** Japanese. */
export const ja: Catalogue = {
  direction: 'ltr',
  start: {
    title: 'ようこそ',
    body: '{organisation} からサインイン方法の設定のご案内です。1 分ほどで終わります。',
  },
  starting: 'お待ちください…',
  expired: {
    title: 'このリンクは終了しました',
    body: '{organisation} に新しいリンクをご依頼ください。',
  },
  busy: {
    title: 'ただいま混み合っています',
    body: '少しお待ちください。このページは自動的にもう一度試します。入力した内容は失われません。',
  },
  ended: {
    registered: {
      title: 'パスキーを作成しました',
      body: '次回からは指紋、顔、または画面ロックでサインインできます。覚えるものは何もありません。',
    },
    succeeded: { title: '完了しました', body: 'すべて保存されました。このページを閉じても大丈夫です。' },
    declined: {
      title: '完了できませんでした',
      body: '{organisation} にお問い合わせください。今後の手順をご案内します。',
    },
    review: {
      title: '確認しています',
      body: '{organisation} が内容を確認し、ご連絡します。このページを閉じても大丈夫です。',
    },
    'timed-out': {
      title: '時間切れになりました',
      body: 'この手順の時間が過ぎました。何も変更されていません。準備ができたら {organisation} に新しいリンクをご依頼ください。',
    },
    cancelled: {
      title: 'パスキーはまだありません',
      body: 'パスキーが保存される前に中止されました。何も変更されていません。',
    },
    failed: {
      title: '現在、先に進めません',
      body: 'こちら側の問題で、お客様に原因はありません。下の参照番号を添えて {organisation} にお問い合わせください。',
    },
  },
  notices: {
    cancelled: {
      title: 'パスキーはまだありません',
      body: 'パスキーが保存される前に画面が閉じられました。何も変更されていないので、もう一度お試しいただけます。',
    },
    'timed-out': {
      title: '時間切れになりました',
      body: 'パスキーは保存されませんでした。いつでもやり直せます。',
    },
    'already-registered': {
      title: 'パスキーはすでに登録されています',
      body: 'この端末でサインインに使えます。',
    },
    unsupported: {
      title: 'この端末ではまだパスキーを保存できません',
      body: '画面ロックを有効にしてもう一度試すか、スマートフォンまたはセキュリティキーをお使いください。',
    },
    blocked: {
      title: 'ここではパスキーが無効になっています',
      body: 'このページを別のウィンドウまたはタブで開いて、もう一度お試しください。',
    },
    'configuration-error': {
      title: 'パスキーを求めることができませんでした',
      body: 'こちら側の問題で、お客様に原因はありません。{organisation} にお問い合わせください。',
    },
    rejected: {
      title: 'このパスキーを保存できませんでした',
      body: '何も変更されていません。もう一度お試しください。繰り返す場合は {organisation} にお問い合わせください。',
    },
    unverified: {
      title: 'ご本人であることを確認してください',
      body: 'このパスキーは、指紋、顔、PIN、画面ロックのいずれも使わずに作成されました。いずれかを設定して、もう一度お試しください。',
    },
    unsuitable: {
      title: 'このパスキーはここでは使えません',
      body: '{organisation} では別の種類が必要です。別の端末、アプリ、またはセキュリティキーを試すか、使えるものをお問い合わせください。',
    },
    unsafe: {
      title: 'このパスキーは安全性が十分ではありません',
      body: '作成に使われた端末またはキーに既知の弱点があります。代わりに使えるものを {organisation} にお問い合わせください。',
    },
    'short-pin': {
      title: 'PIN が短すぎます',
      body: 'セキュリティキーにより長い PIN を設定して、もう一度お試しください。',
    },
    'too-many': {
      title: 'これ以上パスキーを追加できません',
      body: '使わなくなったパスキーの削除を {organisation} に依頼して、もう一度お試しください。',
    },
    'not-allowed': {
      title: '完了できませんでした',
      body: '{organisation} にお問い合わせください。今後の手順をご案内します。',
    },
  },
  lockThisDevice: '画面ロックを有効にして、もう一度お試しください。',
  keepOnThisDevice:
    '指紋、顔、または画面ロックを使って、この端末自体にパスキーを保存してください。再び受け付けられない場合は {organisation} にお問い合わせください。',
  waiting: {
    title: '端末の画面で続けてください',
    body: '端末がパスキーの作成を求めています。画面の案内に従ってください。このページはそのままお待ちします。',
  },
  saving: 'パスキーを保存しています…',
  offline: {
    title: 'オフラインのようです',
    body: '入力内容は残っています。接続が戻りしだい自動的に続けます。',
  },
  failed: {
    title: '現在、先に進めません',
    body: 'こちら側の問題で、お客様に原因はありません。入力内容は残っています。少し待ってからもう一度お試しください。',
  },
  unsupported: {
    title: 'このブラウザーではパスキーを作成できません',
    body: 'リンクはこのブラウザー専用になりました。{organisation} に新しいリンクを依頼し、最新のブラウザーまたはスマートフォンで開いてください。',
  },
  openElsewhere: 'このアドレスを最新のブラウザーまたはスマートフォンで開いてください。',
  savedIn: '{name} に保存されました。',
  passkeyFor: '{name} のパスキー',
  passkeyHint:
    'このあと、端末が指紋、顔、または画面ロックを求めます。指紋や顔のデータが端末の外に出ることはありません。',
  noScript: 'パスキーを作成するには JavaScript が必要です。有効にしてページを読み込み直してください。',
  signIn: {
    at: '{name} にサインイン',
    noScript:
      'パスキーでサインインするには JavaScript が必要です。有効にしてページを読み込み直してください。',
    waiting: {
      title: '端末の画面で続けてください',
      body: '端末がサインインを求めています。画面の案内に従ってください。このページはそのままお待ちします。',
    },
    saving: 'サインインしています…',
    unsupported: 'このブラウザーではパスキーを使用できません',
    notices: {
      cancelled: {
        title: 'まだサインインしていません',
        body: 'サインインする前に画面が閉じられました。何も変更されていないので、もう一度お試しいただけます。',
      },
      'timed-out': {
        title: '少し時間がかかりました',
        body: 'サインインは完了していません。ご準備ができましたら、もう一度始めてください。',
      },
      unsupported: {
        title: 'この端末ではまだパスキーを使用できません',
        body: '画面ロックを有効にしてもう一度試すか、パスキーを保存したスマートフォンまたはセキュリティキーをお使いください。',
      },
      rejected: {
        title: 'サインインできませんでした',
        body: '何も変更されていません。もう一度お試しください。繰り返す場合は {organisation} にお問い合わせください。',
      },
      unverified: {
        title: 'ご本人であることを確認してください',
        body: '指紋、顔、PIN、画面ロックのいずれかを求めるパスキーでサインインしてください。',
      },
      unsuitable: {
        title: 'このパスキーはここでは使用できません',
        body: '別のパスキー、または別の端末をお試しください。お持ちでない場合は {organisation} にお問い合わせください。',
      },
      unsafe: {
        title: 'このパスキーは安全ではありません',
        body: 'コピーされた可能性があります。別のパスキーでサインインし、{organisation} にお知らせください。',
      },
    },
  },
  confirm: {
    title: 'パスキーを作成',
    body: '次回からは、指紋、顔、または画面ロックでサインインできます。',
  },
  account: 'アカウント',
  pageOf: '{organisation} のページ',
  errors: '次の項目をご確認ください',
  optional: '任意',
  choose: '選択してください',
  reference: '参照番号',
  timeLeft: '残り時間',
  secondsLeft: 'この手順の残り時間は {n} 秒です。',
  moreTimeGiven: '時間を延長しました。',
  goesOn: 'このページは自動的に進みます。',
  buttons: {
    start: '始める',
    submitForRegistration: '登録のために送信',
    signIn: 'パスキーでサインイン',
    createPasskey: 'パスキーを作成',
    continue: '続ける',
    cancel: 'キャンセル',
    tryAgain: 'もう一度試す',
    notNow: '今はしない',
    anotherDevice: '別の端末またはセキュリティキー',
    moreTime: 'もう少し時間が必要です',
    pause: '一時停止',
    copyLink: 'リンクをコピー',
    copied: 'コピーしました',
    goBack: '戻る',
    close: '閉じる',
  },
};
