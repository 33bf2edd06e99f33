"use client";

import { useActionState } from "react";
import { AUTH } from "@/lib/strings/auth";

type LoginState = { readonly username: string; readonly message: string | null };

type LoginFormProps = {
  readonly action: (previous: LoginState, form: FormData) => Promise<LoginState>;
  /** Where to go afterwards: a path of this product. */
  readonly next: string;
};

/** A plain form: without JavaScript the browser posts it, and the page comes back with the sentence. */
export function LoginForm({ action, next }: LoginFormProps) {
  const [state, submit, pending] = useActionState(action, { username: "", message: null });
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="next" value={next} />
      <label className="grid gap-1 text-sm font-semibold">
        {AUTH.username}
        <input
          name="username"
          defaultValue={state.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={100}
          className="field"
        />
      </label>
      <label className="grid gap-1 text-sm font-semibold">
        {AUTH.password}
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          aria-describedby={state.message === null ? undefined : "login-message"}
          className="field"
        />
      </label>
      {state.message !== null && (
        <p id="login-message" role="alert" className="text-sm text-overdue">
          {state.message}
        </p>
      )}
      <button type="submit" disabled={pending} className="button">
        {pending ? AUTH.submitting : AUTH.submit}
      </button>
    </form>
  );
}
