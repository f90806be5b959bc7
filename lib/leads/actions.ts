"use server";

import type { LeadFormState } from "./form-state.ts";
import { receiveForm } from "./receive-form.ts";

export async function sendContact(_previous: LeadFormState, data: FormData): Promise<LeadFormState> {
  return receiveForm("contact", data);
}

export async function sendNewsletter(_previous: LeadFormState, data: FormData): Promise<LeadFormState> {
  return receiveForm("newsletter", data);
}

export async function sendReply(_previous: LeadFormState, data: FormData): Promise<LeadFormState> {
  return receiveForm("reply", data);
}

export async function sendInquiry(_previous: LeadFormState, data: FormData): Promise<LeadFormState> {
  return receiveForm("inquiry", data);
}
