namespace Croisee.Experiences.Exchange;

/// <summary>One experience as the file tells it, the line where it begins, and what is wrong with it.</summary>
sealed record ImportedRow(long Line, ExchangeRow Row, List<FieldError> Errors);
