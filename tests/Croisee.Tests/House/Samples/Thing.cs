namespace Croisee.Tests.House;

/// <summary>What an address may name.</summary>
enum Thing
{
    Organisation, EmptyOrganisation, Grant, Invitation, InvitationToken, Session, Mail,
    Group, Seat, HeldSeat, SeatInvitation, Deliberation, DecidedQuestion, LeftQuestion, Remark,
    Call, WrittenCall, Question, Draft, PrivateCode, Sent, InReading, ToSettle, Analysed, ToPropose, ToApprove, InCorrection, Sheet, SheetFile, Collection, MyCollection, SavedSearch, NewsCode, NewsWords, ReaderWord, ProposedLink, Method, OtherMethod, Structure, StructureTie, ImportedCase, DraftFile, DraftLink, DraftAuthor,
    Questionnaire, Sound, Survey, SurveyPlace, CardPlace, Device, SignedSurvey, SignedSheet, SetAside, Analyst, UnpledgedSurvey,
    Term, Register, Vocabulary,
}
