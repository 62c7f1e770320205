import * as staff from '../../shared/staff.ts';
import * as days from '../../shared/staff-calendar.ts';
import * as house from '../../shared/staff-house.ts';
import * as mail from '../../shared/staff-mail.ts';
import * as people from '../../shared/staff-people.ts';
import { type Area, answer } from '../platform/area.ts';
import { apiKeys, makeApiKey, revokeApiKey } from './api-key-service.ts';
import { calendar, dropFreeDay, regions, setFreeDay } from './calendar-service.ts';
import { changes } from './change-service.ts';
import { memoryOf } from './house-memory.ts';
import {
  closeDepartment,
  departments,
  editDepartment,
  editOrganisation,
  logoDoors,
  makeDepartment,
  organisation,
} from './house-service.ts';
import { dropMail, mailSetUp, setMail, testMail } from './mail-service.ts';
import { heedMail } from './mail-settings.ts';
import { colleagues, editPerson, invite, inviteAgain, leave, listed } from './people-service.ts';
import { setUp } from './set-up-service.ts';
import {
  accept,
  askReset,
  changePassword,
  editMe,
  makeResetLink,
  me,
  readLink,
  reset,
  rightsMatrix,
  signIn,
  signOut,
} from './sign-in-service.ts';
import { eraseOver } from './sign-in-store.ts';

/** The organisation and the people who work here: sign-in, roles, departments, keys. */
export const staffArea: Area = {
  name: 'staff',
  answers: [
    answer(staff.me, me),
    answer(staff.rightsMatrix, rightsMatrix),
    answer(staff.setUp, setUp),
    answer(staff.signIn, signIn),
    answer(staff.signOut, signOut),
    answer(staff.changePassword, changePassword),
    answer(staff.editMe, editMe),
    answer(staff.askReset, askReset),
    answer(staff.makeResetLink, makeResetLink),
    answer(staff.readLink, readLink),
    answer(staff.reset, reset),
    answer(staff.accept, accept),
    answer(people.people, listed),
    answer(people.colleagues, colleagues),
    answer(people.invite, invite),
    answer(people.inviteAgain, inviteAgain),
    answer(people.editPerson, editPerson),
    answer(people.leave, leave),
    answer(people.changes, changes),
    answer(house.organisation, organisation),
    answer(house.editOrganisation, editOrganisation),
    answer(house.departments, departments),
    answer(house.makeDepartment, makeDepartment),
    answer(house.editDepartment, editDepartment),
    answer(house.closeDepartment, closeDepartment),
    answer(days.calendar, calendar),
    answer(days.regions, regions),
    answer(days.setFreeDay, setFreeDay),
    answer(days.dropFreeDay, dropFreeDay),
    answer(house.apiKeys, apiKeys),
    answer(house.makeApiKey, makeApiKey),
    answer(house.revokeApiKey, revokeApiKey),
    answer(mail.mail, mailSetUp),
    answer(mail.setMail, setMail),
    answer(mail.testMail, testMail),
    answer(mail.dropMail, dropMail),
  ],
  doors: logoDoors,
  ticks: [
    { name: 'staff.tidy', everySeconds: 3_600, alone: true, run: ({ database }) => eraseOver(database.write) },
    { name: 'staff.mail', everySeconds: 2, alone: false, run: heedMail },
  ],
  async open(opened) {
    await heedMail(opened);
    return async () => {
      await Promise.all(memoryOf(opened).background);
    };
  },
};
