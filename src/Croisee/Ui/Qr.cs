using QRCoder;

namespace Croisee.Ui;

/// <summary>The dark squares of a QR code, row by row, its quiet edge included.</summary>
public static class Qr
{
    public static IReadOnlyList<IReadOnlyList<bool>> Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return [.. data.ModuleMatrix.Select(row => (IReadOnlyList<bool>)[.. row.Cast<bool>()])];
    }
}
