
9
Expint_000/in0Placeholder*
dtype0*
shape:
0
Expint_000/opExpintExpint_000/in0*
T0
3
Expint_000/out0IdentityExpint_000/op*
T0
9
Expint_001/in0Placeholder*
dtype0*
shape:
0
Expint_001/opExpintExpint_001/in0*
T0
3
Expint_001/out0IdentityExpint_001/op*
T0
9
Expint_002/in0Placeholder*
dtype0*
shape:
0
Expint_002/opExpintExpint_002/in0*
T0
3
Expint_002/out0IdentityExpint_002/op*
T0
9
Expint_003/in0Placeholder*
dtype0*
shape:
0
Expint_003/opExpintExpint_003/in0*
T0
3
Expint_003/out0IdentityExpint_003/op*
T0
9
Expint_004/in0Placeholder*
dtype0*
shape:
0
Expint_004/opExpintExpint_004/in0*
T0
3
Expint_004/out0IdentityExpint_004/op*
T0
9
Expint_005/in0Placeholder*
dtype0*
shape:
0
Expint_005/opExpintExpint_005/in0*
T0
3
Expint_005/out0IdentityExpint_005/op*
T0
9
Expint_006/in0Placeholder*
dtype0*
shape:
0
Expint_006/opExpintExpint_006/in0*
T0
3
Expint_006/out0IdentityExpint_006/op*
T0
9
Expint_007/in0Placeholder*
dtype0*
shape:
0
Expint_007/opExpintExpint_007/in0*
T0
3
Expint_007/out0IdentityExpint_007/op*
T0
9
Expint_008/in0Placeholder*
dtype0*
shape:
0
Expint_008/opExpintExpint_008/in0*
T0
3
Expint_008/out0IdentityExpint_008/op*
T0
9
Expint_009/in0Placeholder*
dtype0*
shape:
0
Expint_009/opExpintExpint_009/in0*
T0
3
Expint_009/out0IdentityExpint_009/op*
T0
9
Expint_010/in0Placeholder*
dtype0*
shape:
0
Expint_010/opExpintExpint_010/in0*
T0
3
Expint_010/out0IdentityExpint_010/op*
T0
9
Expint_011/in0Placeholder*
dtype0*
shape:
0
Expint_011/opExpintExpint_011/in0*
T0
3
Expint_011/out0IdentityExpint_011/op*
T0
9
Expint_012/in0Placeholder*
dtype0*
shape:
0
Expint_012/opExpintExpint_012/in0*
T0
3
Expint_012/out0IdentityExpint_012/op*
T0
9
Expint_013/in0Placeholder*
dtype0*
shape:
0
Expint_013/opExpintExpint_013/in0*
T0
3
Expint_013/out0IdentityExpint_013/op*
T0
9
Expint_014/in0Placeholder*
dtype0*
shape:
0
Expint_014/opExpintExpint_014/in0*
T0
3
Expint_014/out0IdentityExpint_014/op*
T0
9
Expint_015/in0Placeholder*
dtype0*
shape:
0
Expint_015/opExpintExpint_015/in0*
T0
3
Expint_015/out0IdentityExpint_015/op*
T0
9
Expint_016/in0Placeholder*
dtype0*
shape:
0
Expint_016/opExpintExpint_016/in0*
T0
3
Expint_016/out0IdentityExpint_016/op*
T0
9
Expint_017/in0Placeholder*
dtype0*
shape:
0
Expint_017/opExpintExpint_017/in0*
T0
3
Expint_017/out0IdentityExpint_017/op*
T0
9
Expint_018/in0Placeholder*
dtype0*
shape:
0
Expint_018/opExpintExpint_018/in0*
T0
3
Expint_018/out0IdentityExpint_018/op*
T0
9
Expint_019/in0Placeholder*
dtype0*
shape:
0
Expint_019/opExpintExpint_019/in0*
T0
3
Expint_019/out0IdentityExpint_019/op*
T0
9
Expint_020/in0Placeholder*
dtype0*
shape:
0
Expint_020/opExpintExpint_020/in0*
T0
3
Expint_020/out0IdentityExpint_020/op*
T0
9
Expint_021/in0Placeholder*
dtype0*
shape:
0
Expint_021/opExpintExpint_021/in0*
T0
3
Expint_021/out0IdentityExpint_021/op*
T0
9
Expint_022/in0Placeholder*
dtype0*
shape:
0
Expint_022/opExpintExpint_022/in0*
T0
3
Expint_022/out0IdentityExpint_022/op*
T0
9
Expint_023/in0Placeholder*
dtype0*
shape:
0
Expint_023/opExpintExpint_023/in0*
T0
3
Expint_023/out0IdentityExpint_023/op*
T0
9
Expint_024/in0Placeholder*
dtype0*
shape:
0
Expint_024/opExpintExpint_024/in0*
T0
3
Expint_024/out0IdentityExpint_024/op*
T0
9
Expint_025/in0Placeholder*
dtype0*
shape:
0
Expint_025/opExpintExpint_025/in0*
T0
3
Expint_025/out0IdentityExpint_025/op*
T0
9
Expint_026/in0Placeholder*
dtype0*
shape:
0
Expint_026/opExpintExpint_026/in0*
T0
3
Expint_026/out0IdentityExpint_026/op*
T0
9
Expint_027/in0Placeholder*
dtype0*
shape:
0
Expint_027/opExpintExpint_027/in0*
T0
3
Expint_027/out0IdentityExpint_027/op*
T0
9
Expint_028/in0Placeholder*
dtype0*
shape:
0
Expint_028/opExpintExpint_028/in0*
T0
3
Expint_028/out0IdentityExpint_028/op*
T0
9
Expint_029/in0Placeholder*
dtype0*
shape:
0
Expint_029/opExpintExpint_029/in0*
T0
3
Expint_029/out0IdentityExpint_029/op*
T0
9
Expint_030/in0Placeholder*
dtype0*
shape:
0
Expint_030/opExpintExpint_030/in0*
T0
3
Expint_030/out0IdentityExpint_030/op*
T0
9
Expint_031/in0Placeholder*
dtype0*
shape:
0
Expint_031/opExpintExpint_031/in0*
T0
3
Expint_031/out0IdentityExpint_031/op*
T0
9
Expint_032/in0Placeholder*
dtype0*
shape:
0
Expint_032/opExpintExpint_032/in0*
T0
3
Expint_032/out0IdentityExpint_032/op*
T0
9
Expint_033/in0Placeholder*
dtype0*
shape:
0
Expint_033/opExpintExpint_033/in0*
T0
3
Expint_033/out0IdentityExpint_033/op*
T0
9
Expint_034/in0Placeholder*
dtype0*
shape:
0
Expint_034/opExpintExpint_034/in0*
T0
3
Expint_034/out0IdentityExpint_034/op*
T0
9
Expint_035/in0Placeholder*
dtype0*
shape:
0
Expint_035/opExpintExpint_035/in0*
T0
3
Expint_035/out0IdentityExpint_035/op*
T0
9
Expint_036/in0Placeholder*
dtype0*
shape:
0
Expint_036/opExpintExpint_036/in0*
T0
3
Expint_036/out0IdentityExpint_036/op*
T0
9
Expint_037/in0Placeholder*
dtype0*
shape:
0
Expint_037/opExpintExpint_037/in0*
T0
3
Expint_037/out0IdentityExpint_037/op*
T0
9
Expint_038/in0Placeholder*
dtype0*
shape:
0
Expint_038/opExpintExpint_038/in0*
T0
3
Expint_038/out0IdentityExpint_038/op*
T0
9
Expint_039/in0Placeholder*
dtype0*
shape:
0
Expint_039/opExpintExpint_039/in0*
T0
3
Expint_039/out0IdentityExpint_039/op*
T0
9
Expint_040/in0Placeholder*
dtype0*
shape:
0
Expint_040/opExpintExpint_040/in0*
T0
3
Expint_040/out0IdentityExpint_040/op*
T0
9
Expint_041/in0Placeholder*
dtype0*
shape:
0
Expint_041/opExpintExpint_041/in0*
T0
3
Expint_041/out0IdentityExpint_041/op*
T0
9
Expint_042/in0Placeholder*
dtype0*
shape:
0
Expint_042/opExpintExpint_042/in0*
T0
3
Expint_042/out0IdentityExpint_042/op*
T0
9
Expint_043/in0Placeholder*
dtype0*
shape:
0
Expint_043/opExpintExpint_043/in0*
T0
3
Expint_043/out0IdentityExpint_043/op*
T0
9
Expint_044/in0Placeholder*
dtype0*
shape:
0
Expint_044/opExpintExpint_044/in0*
T0
3
Expint_044/out0IdentityExpint_044/op*
T0
9
Expint_045/in0Placeholder*
dtype0*
shape:
0
Expint_045/opExpintExpint_045/in0*
T0
3
Expint_045/out0IdentityExpint_045/op*
T0
9
Expint_046/in0Placeholder*
dtype0*
shape:
0
Expint_046/opExpintExpint_046/in0*
T0
3
Expint_046/out0IdentityExpint_046/op*
T0
9
Expint_047/in0Placeholder*
dtype0*
shape:
0
Expint_047/opExpintExpint_047/in0*
T0
3
Expint_047/out0IdentityExpint_047/op*
T0
9
Expint_048/in0Placeholder*
dtype0*
shape:
0
Expint_048/opExpintExpint_048/in0*
T0
3
Expint_048/out0IdentityExpint_048/op*
T0
9
Expint_049/in0Placeholder*
dtype0*
shape:
0
Expint_049/opExpintExpint_049/in0*
T0
3
Expint_049/out0IdentityExpint_049/op*
T0
9
Expint_050/in0Placeholder*
dtype0*
shape:
0
Expint_050/opExpintExpint_050/in0*
T0
3
Expint_050/out0IdentityExpint_050/op*
T0
9
Expint_051/in0Placeholder*
dtype0*
shape:
0
Expint_051/opExpintExpint_051/in0*
T0
3
Expint_051/out0IdentityExpint_051/op*
T0
9
Expint_052/in0Placeholder*
dtype0*
shape:
0
Expint_052/opExpintExpint_052/in0*
T0
3
Expint_052/out0IdentityExpint_052/op*
T0
9
Expint_053/in0Placeholder*
dtype0*
shape:
0
Expint_053/opExpintExpint_053/in0*
T0
3
Expint_053/out0IdentityExpint_053/op*
T0
9
Expint_054/in0Placeholder*
dtype0*
shape:
0
Expint_054/opExpintExpint_054/in0*
T0
3
Expint_054/out0IdentityExpint_054/op*
T0
9
Expint_055/in0Placeholder*
dtype0*
shape:
0
Expint_055/opExpintExpint_055/in0*
T0
3
Expint_055/out0IdentityExpint_055/op*
T0
9
Expint_056/in0Placeholder*
dtype0*
shape:
0
Expint_056/opExpintExpint_056/in0*
T0
3
Expint_056/out0IdentityExpint_056/op*
T0
9
Expint_057/in0Placeholder*
dtype0*
shape:
0
Expint_057/opExpintExpint_057/in0*
T0
3
Expint_057/out0IdentityExpint_057/op*
T0
9
Expint_058/in0Placeholder*
dtype0*
shape:
0
Expint_058/opExpintExpint_058/in0*
T0
3
Expint_058/out0IdentityExpint_058/op*
T0
9
Expint_059/in0Placeholder*
dtype0*
shape:
0
Expint_059/opExpintExpint_059/in0*
T0
3
Expint_059/out0IdentityExpint_059/op*
T0
9
Expint_060/in0Placeholder*
dtype0*
shape:
0
Expint_060/opExpintExpint_060/in0*
T0
3
Expint_060/out0IdentityExpint_060/op*
T0
9
Expint_061/in0Placeholder*
dtype0*
shape:
0
Expint_061/opExpintExpint_061/in0*
T0
3
Expint_061/out0IdentityExpint_061/op*
T0
9
Expint_062/in0Placeholder*
dtype0*
shape:
0
Expint_062/opExpintExpint_062/in0*
T0
3
Expint_062/out0IdentityExpint_062/op*
T0
9
Expint_063/in0Placeholder*
dtype0*
shape:
0
Expint_063/opExpintExpint_063/in0*
T0
3
Expint_063/out0IdentityExpint_063/op*
T0
9
Expint_064/in0Placeholder*
dtype0*
shape:
0
Expint_064/opExpintExpint_064/in0*
T0
3
Expint_064/out0IdentityExpint_064/op*
T0
9
Expint_065/in0Placeholder*
dtype0*
shape:
0
Expint_065/opExpintExpint_065/in0*
T0
3
Expint_065/out0IdentityExpint_065/op*
T0
9
Expint_066/in0Placeholder*
dtype0*
shape:
0
Expint_066/opExpintExpint_066/in0*
T0
3
Expint_066/out0IdentityExpint_066/op*
T0
9
Expint_067/in0Placeholder*
dtype0*
shape:
0
Expint_067/opExpintExpint_067/in0*
T0
3
Expint_067/out0IdentityExpint_067/op*
T0
9
Expint_068/in0Placeholder*
dtype0*
shape:
0
Expint_068/opExpintExpint_068/in0*
T0
3
Expint_068/out0IdentityExpint_068/op*
T0
9
Expint_069/in0Placeholder*
dtype0*
shape:
0
Expint_069/opExpintExpint_069/in0*
T0
3
Expint_069/out0IdentityExpint_069/op*
T0
9
Expint_070/in0Placeholder*
dtype0*
shape:
0
Expint_070/opExpintExpint_070/in0*
T0
3
Expint_070/out0IdentityExpint_070/op*
T0
9
Expint_071/in0Placeholder*
dtype0*
shape:
0
Expint_071/opExpintExpint_071/in0*
T0
3
Expint_071/out0IdentityExpint_071/op*
T0
9
Expint_072/in0Placeholder*
dtype0*
shape:
0
Expint_072/opExpintExpint_072/in0*
T0
3
Expint_072/out0IdentityExpint_072/op*
T0
9
Expint_073/in0Placeholder*
dtype0*
shape:
0
Expint_073/opExpintExpint_073/in0*
T0
3
Expint_073/out0IdentityExpint_073/op*
T0
9
Expint_074/in0Placeholder*
dtype0*
shape:
0
Expint_074/opExpintExpint_074/in0*
T0
3
Expint_074/out0IdentityExpint_074/op*
T0
9
Expint_075/in0Placeholder*
dtype0*
shape:
0
Expint_075/opExpintExpint_075/in0*
T0
3
Expint_075/out0IdentityExpint_075/op*
T0
9
Expint_076/in0Placeholder*
dtype0*
shape:
0
Expint_076/opExpintExpint_076/in0*
T0
3
Expint_076/out0IdentityExpint_076/op*
T0
9
Expint_077/in0Placeholder*
dtype0*
shape:
0
Expint_077/opExpintExpint_077/in0*
T0
3
Expint_077/out0IdentityExpint_077/op*
T0
9
Expint_078/in0Placeholder*
dtype0*
shape:
0
Expint_078/opExpintExpint_078/in0*
T0
3
Expint_078/out0IdentityExpint_078/op*
T0
9
Expint_079/in0Placeholder*
dtype0*
shape:
0
Expint_079/opExpintExpint_079/in0*
T0
3
Expint_079/out0IdentityExpint_079/op*
T0
9
Expint_080/in0Placeholder*
dtype0*
shape:
0
Expint_080/opExpintExpint_080/in0*
T0
3
Expint_080/out0IdentityExpint_080/op*
T0
9
Expint_081/in0Placeholder*
dtype0*
shape:
0
Expint_081/opExpintExpint_081/in0*
T0
3
Expint_081/out0IdentityExpint_081/op*
T0
9
Expint_082/in0Placeholder*
dtype0*
shape:
0
Expint_082/opExpintExpint_082/in0*
T0
3
Expint_082/out0IdentityExpint_082/op*
T0
9
Expint_083/in0Placeholder*
dtype0*
shape:
0
Expint_083/opExpintExpint_083/in0*
T0
3
Expint_083/out0IdentityExpint_083/op*
T0
9
Expint_084/in0Placeholder*
dtype0*
shape:
0
Expint_084/opExpintExpint_084/in0*
T0
3
Expint_084/out0IdentityExpint_084/op*
T0
9
Expint_085/in0Placeholder*
dtype0*
shape:
0
Expint_085/opExpintExpint_085/in0*
T0
3
Expint_085/out0IdentityExpint_085/op*
T0
9
Expint_086/in0Placeholder*
dtype0*
shape:
0
Expint_086/opExpintExpint_086/in0*
T0
3
Expint_086/out0IdentityExpint_086/op*
T0
9
Expint_087/in0Placeholder*
dtype0*
shape:
0
Expint_087/opExpintExpint_087/in0*
T0
3
Expint_087/out0IdentityExpint_087/op*
T0
9
Expint_088/in0Placeholder*
dtype0*
shape:
0
Expint_088/opExpintExpint_088/in0*
T0
3
Expint_088/out0IdentityExpint_088/op*
T0
9
Expint_089/in0Placeholder*
dtype0*
shape:
0
Expint_089/opExpintExpint_089/in0*
T0
3
Expint_089/out0IdentityExpint_089/op*
T0
9
Expint_090/in0Placeholder*
dtype0*
shape:
0
Expint_090/opExpintExpint_090/in0*
T0
3
Expint_090/out0IdentityExpint_090/op*
T0
9
Expint_091/in0Placeholder*
dtype0*
shape:
0
Expint_091/opExpintExpint_091/in0*
T0
3
Expint_091/out0IdentityExpint_091/op*
T0
9
Expint_092/in0Placeholder*
dtype0*
shape:
0
Expint_092/opExpintExpint_092/in0*
T0
3
Expint_092/out0IdentityExpint_092/op*
T0
9
Expint_093/in0Placeholder*
dtype0*
shape:
0
Expint_093/opExpintExpint_093/in0*
T0
3
Expint_093/out0IdentityExpint_093/op*
T0
9
Expint_094/in0Placeholder*
dtype0*
shape:
0
Expint_094/opExpintExpint_094/in0*
T0
3
Expint_094/out0IdentityExpint_094/op*
T0
9
Expint_095/in0Placeholder*
dtype0*
shape:
0
Expint_095/opExpintExpint_095/in0*
T0
3
Expint_095/out0IdentityExpint_095/op*
T0
9
Expint_096/in0Placeholder*
dtype0*
shape:
0
Expint_096/opExpintExpint_096/in0*
T0
3
Expint_096/out0IdentityExpint_096/op*
T0
9
Expint_097/in0Placeholder*
dtype0*
shape:
0
Expint_097/opExpintExpint_097/in0*
T0
3
Expint_097/out0IdentityExpint_097/op*
T0
9
Expint_098/in0Placeholder*
dtype0*
shape:
0
Expint_098/opExpintExpint_098/in0*
T0
3
Expint_098/out0IdentityExpint_098/op*
T0
9
Expint_099/in0Placeholder*
dtype0*
shape:
0
Expint_099/opExpintExpint_099/in0*
T0
3
Expint_099/out0IdentityExpint_099/op*
T0
9
Expint_100/in0Placeholder*
dtype0*
shape:
0
Expint_100/opExpintExpint_100/in0*
T0
3
Expint_100/out0IdentityExpint_100/op*
T0
9
Expint_101/in0Placeholder*
dtype0*
shape:
0
Expint_101/opExpintExpint_101/in0*
T0
3
Expint_101/out0IdentityExpint_101/op*
T0
9
Expint_102/in0Placeholder*
dtype0*
shape:
0
Expint_102/opExpintExpint_102/in0*
T0
3
Expint_102/out0IdentityExpint_102/op*
T0
9
Expint_103/in0Placeholder*
dtype0*
shape:
0
Expint_103/opExpintExpint_103/in0*
T0
3
Expint_103/out0IdentityExpint_103/op*
T0
9
Expint_104/in0Placeholder*
dtype0*
shape:
0
Expint_104/opExpintExpint_104/in0*
T0
3
Expint_104/out0IdentityExpint_104/op*
T0
9
Expint_105/in0Placeholder*
dtype0*
shape:
0
Expint_105/opExpintExpint_105/in0*
T0
3
Expint_105/out0IdentityExpint_105/op*
T0
9
Expint_106/in0Placeholder*
dtype0*
shape:
0
Expint_106/opExpintExpint_106/in0*
T0
3
Expint_106/out0IdentityExpint_106/op*
T0
9
Expint_107/in0Placeholder*
dtype0*
shape:
0
Expint_107/opExpintExpint_107/in0*
T0
3
Expint_107/out0IdentityExpint_107/op*
T0
9
Expint_108/in0Placeholder*
dtype0*
shape:
0
Expint_108/opExpintExpint_108/in0*
T0
3
Expint_108/out0IdentityExpint_108/op*
T0
9
Expint_109/in0Placeholder*
dtype0*
shape:
0
Expint_109/opExpintExpint_109/in0*
T0
3
Expint_109/out0IdentityExpint_109/op*
T0
9
Expint_110/in0Placeholder*
dtype0*
shape:
0
Expint_110/opExpintExpint_110/in0*
T0
3
Expint_110/out0IdentityExpint_110/op*
T0
9
Expint_111/in0Placeholder*
dtype0*
shape:
0
Expint_111/opExpintExpint_111/in0*
T0
3
Expint_111/out0IdentityExpint_111/op*
T0
9
Expint_112/in0Placeholder*
dtype0*
shape:
0
Expint_112/opExpintExpint_112/in0*
T0
3
Expint_112/out0IdentityExpint_112/op*
T0
9
Expint_113/in0Placeholder*
dtype0*
shape:
0
Expint_113/opExpintExpint_113/in0*
T0
3
Expint_113/out0IdentityExpint_113/op*
T0
9
Expint_114/in0Placeholder*
dtype0*
shape:
0
Expint_114/opExpintExpint_114/in0*
T0
3
Expint_114/out0IdentityExpint_114/op*
T0
9
Expint_115/in0Placeholder*
dtype0*
shape:
0
Expint_115/opExpintExpint_115/in0*
T0
3
Expint_115/out0IdentityExpint_115/op*
T0
9
Expint_116/in0Placeholder*
dtype0*
shape:
0
Expint_116/opExpintExpint_116/in0*
T0
3
Expint_116/out0IdentityExpint_116/op*
T0
9
Expint_117/in0Placeholder*
dtype0*
shape:
0
Expint_117/opExpintExpint_117/in0*
T0
3
Expint_117/out0IdentityExpint_117/op*
T0
9
Expint_118/in0Placeholder*
dtype0*
shape:
0
Expint_118/opExpintExpint_118/in0*
T0
3
Expint_118/out0IdentityExpint_118/op*
T0
9
Expint_119/in0Placeholder*
dtype0*
shape:
0
Expint_119/opExpintExpint_119/in0*
T0
3
Expint_119/out0IdentityExpint_119/op*
T0
9
Expint_120/in0Placeholder*
dtype0*
shape:
0
Expint_120/opExpintExpint_120/in0*
T0
3
Expint_120/out0IdentityExpint_120/op*
T0
9
Expint_121/in0Placeholder*
dtype0*
shape:
0
Expint_121/opExpintExpint_121/in0*
T0
3
Expint_121/out0IdentityExpint_121/op*
T0
9
Expint_122/in0Placeholder*
dtype0*
shape:
0
Expint_122/opExpintExpint_122/in0*
T0
3
Expint_122/out0IdentityExpint_122/op*
T0
9
Expint_123/in0Placeholder*
dtype0*
shape:
0
Expint_123/opExpintExpint_123/in0*
T0
3
Expint_123/out0IdentityExpint_123/op*
T0
9
Expint_124/in0Placeholder*
dtype0*
shape:
0
Expint_124/opExpintExpint_124/in0*
T0
3
Expint_124/out0IdentityExpint_124/op*
T0
9
Expint_125/in0Placeholder*
dtype0*
shape:
0
Expint_125/opExpintExpint_125/in0*
T0
3
Expint_125/out0IdentityExpint_125/op*
T0
9
Expint_126/in0Placeholder*
dtype0*
shape:
0
Expint_126/opExpintExpint_126/in0*
T0
3
Expint_126/out0IdentityExpint_126/op*
T0
9
Expint_127/in0Placeholder*
dtype0*
shape:
0
Expint_127/opExpintExpint_127/in0*
T0
3
Expint_127/out0IdentityExpint_127/op*
T0
9
Expint_128/in0Placeholder*
dtype0*
shape:
0
Expint_128/opExpintExpint_128/in0*
T0
3
Expint_128/out0IdentityExpint_128/op*
T0
9
Expint_129/in0Placeholder*
dtype0*
shape:
0
Expint_129/opExpintExpint_129/in0*
T0
3
Expint_129/out0IdentityExpint_129/op*
T0
9
Expint_130/in0Placeholder*
dtype0*
shape:
0
Expint_130/opExpintExpint_130/in0*
T0
3
Expint_130/out0IdentityExpint_130/op*
T0
9
Expint_131/in0Placeholder*
dtype0*
shape:
0
Expint_131/opExpintExpint_131/in0*
T0
3
Expint_131/out0IdentityExpint_131/op*
T0
9
Expint_132/in0Placeholder*
dtype0*
shape:
0
Expint_132/opExpintExpint_132/in0*
T0
3
Expint_132/out0IdentityExpint_132/op*
T0
9
Expint_133/in0Placeholder*
dtype0*
shape:
0
Expint_133/opExpintExpint_133/in0*
T0
3
Expint_133/out0IdentityExpint_133/op*
T0
9
Expint_134/in0Placeholder*
dtype0*
shape:
0
Expint_134/opExpintExpint_134/in0*
T0
3
Expint_134/out0IdentityExpint_134/op*
T0
9
Expint_135/in0Placeholder*
dtype0*
shape:
0
Expint_135/opExpintExpint_135/in0*
T0
3
Expint_135/out0IdentityExpint_135/op*
T0
9
Expint_136/in0Placeholder*
dtype0*
shape:
0
Expint_136/opExpintExpint_136/in0*
T0
3
Expint_136/out0IdentityExpint_136/op*
T0
9
Expint_137/in0Placeholder*
dtype0*
shape:
0
Expint_137/opExpintExpint_137/in0*
T0
3
Expint_137/out0IdentityExpint_137/op*
T0
9
Expint_138/in0Placeholder*
dtype0*
shape:
0
Expint_138/opExpintExpint_138/in0*
T0
3
Expint_138/out0IdentityExpint_138/op*
T0
9
Expint_139/in0Placeholder*
dtype0*
shape:
0
Expint_139/opExpintExpint_139/in0*
T0
3
Expint_139/out0IdentityExpint_139/op*
T0
9
Expint_140/in0Placeholder*
dtype0*
shape:
0
Expint_140/opExpintExpint_140/in0*
T0
3
Expint_140/out0IdentityExpint_140/op*
T0
9
Expint_141/in0Placeholder*
dtype0*
shape:
0
Expint_141/opExpintExpint_141/in0*
T0
3
Expint_141/out0IdentityExpint_141/op*
T0
9
Expint_142/in0Placeholder*
dtype0*
shape:
0
Expint_142/opExpintExpint_142/in0*
T0
3
Expint_142/out0IdentityExpint_142/op*
T0
9
Expint_143/in0Placeholder*
dtype0*
shape:
0
Expint_143/opExpintExpint_143/in0*
T0
3
Expint_143/out0IdentityExpint_143/op*
T0
9
Expint_144/in0Placeholder*
dtype0*
shape:
0
Expint_144/opExpintExpint_144/in0*
T0
3
Expint_144/out0IdentityExpint_144/op*
T0
9
Expint_145/in0Placeholder*
dtype0*
shape:
0
Expint_145/opExpintExpint_145/in0*
T0
3
Expint_145/out0IdentityExpint_145/op*
T0
9
Expint_146/in0Placeholder*
dtype0*
shape:
0
Expint_146/opExpintExpint_146/in0*
T0
3
Expint_146/out0IdentityExpint_146/op*
T0
9
Spence_000/in0Placeholder*
dtype0*
shape:
0
Spence_000/opSpenceSpence_000/in0*
T0
3
Spence_000/out0IdentitySpence_000/op*
T0
9
Spence_001/in0Placeholder*
dtype0*
shape:
0
Spence_001/opSpenceSpence_001/in0*
T0
3
Spence_001/out0IdentitySpence_001/op*
T0
9
Spence_002/in0Placeholder*
dtype0*
shape:
0
Spence_002/opSpenceSpence_002/in0*
T0
3
Spence_002/out0IdentitySpence_002/op*
T0
9
Spence_003/in0Placeholder*
dtype0*
shape:
0
Spence_003/opSpenceSpence_003/in0*
T0
3
Spence_003/out0IdentitySpence_003/op*
T0
9
Spence_004/in0Placeholder*
dtype0*
shape:
0
Spence_004/opSpenceSpence_004/in0*
T0
3
Spence_004/out0IdentitySpence_004/op*
T0
9
Spence_005/in0Placeholder*
dtype0*
shape:
0
Spence_005/opSpenceSpence_005/in0*
T0
3
Spence_005/out0IdentitySpence_005/op*
T0
9
Spence_006/in0Placeholder*
dtype0*
shape:
0
Spence_006/opSpenceSpence_006/in0*
T0
3
Spence_006/out0IdentitySpence_006/op*
T0
9
Spence_007/in0Placeholder*
dtype0*
shape:
0
Spence_007/opSpenceSpence_007/in0*
T0
3
Spence_007/out0IdentitySpence_007/op*
T0
9
Spence_008/in0Placeholder*
dtype0*
shape:
0
Spence_008/opSpenceSpence_008/in0*
T0
3
Spence_008/out0IdentitySpence_008/op*
T0
9
Spence_009/in0Placeholder*
dtype0*
shape:
0
Spence_009/opSpenceSpence_009/in0*
T0
3
Spence_009/out0IdentitySpence_009/op*
T0
9
Spence_010/in0Placeholder*
dtype0*
shape:
0
Spence_010/opSpenceSpence_010/in0*
T0
3
Spence_010/out0IdentitySpence_010/op*
T0
9
Spence_011/in0Placeholder*
dtype0*
shape:
0
Spence_011/opSpenceSpence_011/in0*
T0
3
Spence_011/out0IdentitySpence_011/op*
T0
9
Spence_012/in0Placeholder*
dtype0*
shape:
0
Spence_012/opSpenceSpence_012/in0*
T0
3
Spence_012/out0IdentitySpence_012/op*
T0
9
Spence_013/in0Placeholder*
dtype0*
shape:
0
Spence_013/opSpenceSpence_013/in0*
T0
3
Spence_013/out0IdentitySpence_013/op*
T0
9
Spence_014/in0Placeholder*
dtype0*
shape:
0
Spence_014/opSpenceSpence_014/in0*
T0
3
Spence_014/out0IdentitySpence_014/op*
T0
9
Spence_015/in0Placeholder*
dtype0*
shape:
0
Spence_015/opSpenceSpence_015/in0*
T0
3
Spence_015/out0IdentitySpence_015/op*
T0
9
Spence_016/in0Placeholder*
dtype0*
shape:
0
Spence_016/opSpenceSpence_016/in0*
T0
3
Spence_016/out0IdentitySpence_016/op*
T0
9
Spence_017/in0Placeholder*
dtype0*
shape:
0
Spence_017/opSpenceSpence_017/in0*
T0
3
Spence_017/out0IdentitySpence_017/op*
T0
9
Spence_018/in0Placeholder*
dtype0*
shape:
0
Spence_018/opSpenceSpence_018/in0*
T0
3
Spence_018/out0IdentitySpence_018/op*
T0
9
Spence_019/in0Placeholder*
dtype0*
shape:
0
Spence_019/opSpenceSpence_019/in0*
T0
3
Spence_019/out0IdentitySpence_019/op*
T0
9
Spence_020/in0Placeholder*
dtype0*
shape:
0
Spence_020/opSpenceSpence_020/in0*
T0
3
Spence_020/out0IdentitySpence_020/op*
T0
9
Spence_021/in0Placeholder*
dtype0*
shape:
0
Spence_021/opSpenceSpence_021/in0*
T0
3
Spence_021/out0IdentitySpence_021/op*
T0
9
Spence_022/in0Placeholder*
dtype0*
shape:
0
Spence_022/opSpenceSpence_022/in0*
T0
3
Spence_022/out0IdentitySpence_022/op*
T0
9
Spence_023/in0Placeholder*
dtype0*
shape:
0
Spence_023/opSpenceSpence_023/in0*
T0
3
Spence_023/out0IdentitySpence_023/op*
T0
9
Spence_024/in0Placeholder*
dtype0*
shape:
0
Spence_024/opSpenceSpence_024/in0*
T0
3
Spence_024/out0IdentitySpence_024/op*
T0
9
Spence_025/in0Placeholder*
dtype0*
shape:
0
Spence_025/opSpenceSpence_025/in0*
T0
3
Spence_025/out0IdentitySpence_025/op*
T0
9
Spence_026/in0Placeholder*
dtype0*
shape:
0
Spence_026/opSpenceSpence_026/in0*
T0
3
Spence_026/out0IdentitySpence_026/op*
T0
9
Spence_027/in0Placeholder*
dtype0*
shape:
0
Spence_027/opSpenceSpence_027/in0*
T0
3
Spence_027/out0IdentitySpence_027/op*
T0
9
Spence_028/in0Placeholder*
dtype0*
shape:
0
Spence_028/opSpenceSpence_028/in0*
T0
3
Spence_028/out0IdentitySpence_028/op*
T0
9
Spence_029/in0Placeholder*
dtype0*
shape:
0
Spence_029/opSpenceSpence_029/in0*
T0
3
Spence_029/out0IdentitySpence_029/op*
T0
9
Spence_030/in0Placeholder*
dtype0*
shape:
0
Spence_030/opSpenceSpence_030/in0*
T0
3
Spence_030/out0IdentitySpence_030/op*
T0
9
Spence_031/in0Placeholder*
dtype0*
shape:
0
Spence_031/opSpenceSpence_031/in0*
T0
3
Spence_031/out0IdentitySpence_031/op*
T0
9
Spence_032/in0Placeholder*
dtype0*
shape:
0
Spence_032/opSpenceSpence_032/in0*
T0
3
Spence_032/out0IdentitySpence_032/op*
T0
9
Spence_033/in0Placeholder*
dtype0*
shape:
0
Spence_033/opSpenceSpence_033/in0*
T0
3
Spence_033/out0IdentitySpence_033/op*
T0
9
Spence_034/in0Placeholder*
dtype0*
shape:
0
Spence_034/opSpenceSpence_034/in0*
T0
3
Spence_034/out0IdentitySpence_034/op*
T0
9
Spence_035/in0Placeholder*
dtype0*
shape:
0
Spence_035/opSpenceSpence_035/in0*
T0
3
Spence_035/out0IdentitySpence_035/op*
T0
9
Spence_036/in0Placeholder*
dtype0*
shape:
0
Spence_036/opSpenceSpence_036/in0*
T0
3
Spence_036/out0IdentitySpence_036/op*
T0
9
Spence_037/in0Placeholder*
dtype0*
shape:
0
Spence_037/opSpenceSpence_037/in0*
T0
3
Spence_037/out0IdentitySpence_037/op*
T0
9
Spence_038/in0Placeholder*
dtype0*
shape:
0
Spence_038/opSpenceSpence_038/in0*
T0
3
Spence_038/out0IdentitySpence_038/op*
T0
9
Spence_039/in0Placeholder*
dtype0*
shape:
0
Spence_039/opSpenceSpence_039/in0*
T0
3
Spence_039/out0IdentitySpence_039/op*
T0
9
Spence_040/in0Placeholder*
dtype0*
shape:
0
Spence_040/opSpenceSpence_040/in0*
T0
3
Spence_040/out0IdentitySpence_040/op*
T0
9
Spence_041/in0Placeholder*
dtype0*
shape:
0
Spence_041/opSpenceSpence_041/in0*
T0
3
Spence_041/out0IdentitySpence_041/op*
T0
9
Spence_042/in0Placeholder*
dtype0*
shape:
0
Spence_042/opSpenceSpence_042/in0*
T0
3
Spence_042/out0IdentitySpence_042/op*
T0
9
Spence_043/in0Placeholder*
dtype0*
shape:
0
Spence_043/opSpenceSpence_043/in0*
T0
3
Spence_043/out0IdentitySpence_043/op*
T0
9
Spence_044/in0Placeholder*
dtype0*
shape:
0
Spence_044/opSpenceSpence_044/in0*
T0
3
Spence_044/out0IdentitySpence_044/op*
T0
9
Spence_045/in0Placeholder*
dtype0*
shape:
0
Spence_045/opSpenceSpence_045/in0*
T0
3
Spence_045/out0IdentitySpence_045/op*
T0
9
Spence_046/in0Placeholder*
dtype0*
shape:
0
Spence_046/opSpenceSpence_046/in0*
T0
3
Spence_046/out0IdentitySpence_046/op*
T0
9
Spence_047/in0Placeholder*
dtype0*
shape:
0
Spence_047/opSpenceSpence_047/in0*
T0
3
Spence_047/out0IdentitySpence_047/op*
T0
9
Spence_048/in0Placeholder*
dtype0*
shape:
0
Spence_048/opSpenceSpence_048/in0*
T0
3
Spence_048/out0IdentitySpence_048/op*
T0
9
Spence_049/in0Placeholder*
dtype0*
shape:
0
Spence_049/opSpenceSpence_049/in0*
T0
3
Spence_049/out0IdentitySpence_049/op*
T0
9
Spence_050/in0Placeholder*
dtype0*
shape:
0
Spence_050/opSpenceSpence_050/in0*
T0
3
Spence_050/out0IdentitySpence_050/op*
T0
9
Spence_051/in0Placeholder*
dtype0*
shape:
0
Spence_051/opSpenceSpence_051/in0*
T0
3
Spence_051/out0IdentitySpence_051/op*
T0
9
Spence_052/in0Placeholder*
dtype0*
shape:
0
Spence_052/opSpenceSpence_052/in0*
T0
3
Spence_052/out0IdentitySpence_052/op*
T0
9
Spence_053/in0Placeholder*
dtype0*
shape:
0
Spence_053/opSpenceSpence_053/in0*
T0
3
Spence_053/out0IdentitySpence_053/op*
T0
9
Spence_054/in0Placeholder*
dtype0*
shape:
0
Spence_054/opSpenceSpence_054/in0*
T0
3
Spence_054/out0IdentitySpence_054/op*
T0
9
Spence_055/in0Placeholder*
dtype0*
shape:
0
Spence_055/opSpenceSpence_055/in0*
T0
3
Spence_055/out0IdentitySpence_055/op*
T0
9
Spence_056/in0Placeholder*
dtype0*
shape:
0
Spence_056/opSpenceSpence_056/in0*
T0
3
Spence_056/out0IdentitySpence_056/op*
T0
9
Spence_057/in0Placeholder*
dtype0*
shape:
0
Spence_057/opSpenceSpence_057/in0*
T0
3
Spence_057/out0IdentitySpence_057/op*
T0
9
Spence_058/in0Placeholder*
dtype0*
shape:
0
Spence_058/opSpenceSpence_058/in0*
T0
3
Spence_058/out0IdentitySpence_058/op*
T0
9
Spence_059/in0Placeholder*
dtype0*
shape:
0
Spence_059/opSpenceSpence_059/in0*
T0
3
Spence_059/out0IdentitySpence_059/op*
T0
9
Spence_060/in0Placeholder*
dtype0*
shape:
0
Spence_060/opSpenceSpence_060/in0*
T0
3
Spence_060/out0IdentitySpence_060/op*
T0
9
Spence_061/in0Placeholder*
dtype0*
shape:
0
Spence_061/opSpenceSpence_061/in0*
T0
3
Spence_061/out0IdentitySpence_061/op*
T0
9
Spence_062/in0Placeholder*
dtype0*
shape:
0
Spence_062/opSpenceSpence_062/in0*
T0
3
Spence_062/out0IdentitySpence_062/op*
T0
9
Spence_063/in0Placeholder*
dtype0*
shape:
0
Spence_063/opSpenceSpence_063/in0*
T0
3
Spence_063/out0IdentitySpence_063/op*
T0
9
Spence_064/in0Placeholder*
dtype0*
shape:
0
Spence_064/opSpenceSpence_064/in0*
T0
3
Spence_064/out0IdentitySpence_064/op*
T0
9
Spence_065/in0Placeholder*
dtype0*
shape:
0
Spence_065/opSpenceSpence_065/in0*
T0
3
Spence_065/out0IdentitySpence_065/op*
T0
9
Spence_066/in0Placeholder*
dtype0*
shape:
0
Spence_066/opSpenceSpence_066/in0*
T0
3
Spence_066/out0IdentitySpence_066/op*
T0
9
Spence_067/in0Placeholder*
dtype0*
shape:
0
Spence_067/opSpenceSpence_067/in0*
T0
3
Spence_067/out0IdentitySpence_067/op*
T0
9
Spence_068/in0Placeholder*
dtype0*
shape:
0
Spence_068/opSpenceSpence_068/in0*
T0
3
Spence_068/out0IdentitySpence_068/op*
T0
9
Spence_069/in0Placeholder*
dtype0*
shape:
0
Spence_069/opSpenceSpence_069/in0*
T0
3
Spence_069/out0IdentitySpence_069/op*
T0
9
Spence_070/in0Placeholder*
dtype0*
shape:
0
Spence_070/opSpenceSpence_070/in0*
T0
3
Spence_070/out0IdentitySpence_070/op*
T0
9
Spence_071/in0Placeholder*
dtype0*
shape:
0
Spence_071/opSpenceSpence_071/in0*
T0
3
Spence_071/out0IdentitySpence_071/op*
T0
9
Spence_072/in0Placeholder*
dtype0*
shape:
0
Spence_072/opSpenceSpence_072/in0*
T0
3
Spence_072/out0IdentitySpence_072/op*
T0
9
Spence_073/in0Placeholder*
dtype0*
shape:
0
Spence_073/opSpenceSpence_073/in0*
T0
3
Spence_073/out0IdentitySpence_073/op*
T0
9
Spence_074/in0Placeholder*
dtype0*
shape:
0
Spence_074/opSpenceSpence_074/in0*
T0
3
Spence_074/out0IdentitySpence_074/op*
T0
9
Spence_075/in0Placeholder*
dtype0*
shape:
0
Spence_075/opSpenceSpence_075/in0*
T0
3
Spence_075/out0IdentitySpence_075/op*
T0
9
Spence_076/in0Placeholder*
dtype0*
shape:
0
Spence_076/opSpenceSpence_076/in0*
T0
3
Spence_076/out0IdentitySpence_076/op*
T0
9
Spence_077/in0Placeholder*
dtype0*
shape:
0
Spence_077/opSpenceSpence_077/in0*
T0
3
Spence_077/out0IdentitySpence_077/op*
T0
9
Spence_078/in0Placeholder*
dtype0*
shape:
0
Spence_078/opSpenceSpence_078/in0*
T0
3
Spence_078/out0IdentitySpence_078/op*
T0
9
Spence_079/in0Placeholder*
dtype0*
shape:
0
Spence_079/opSpenceSpence_079/in0*
T0
3
Spence_079/out0IdentitySpence_079/op*
T0
9
Spence_080/in0Placeholder*
dtype0*
shape:
0
Spence_080/opSpenceSpence_080/in0*
T0
3
Spence_080/out0IdentitySpence_080/op*
T0
9
Spence_081/in0Placeholder*
dtype0*
shape:
0
Spence_081/opSpenceSpence_081/in0*
T0
3
Spence_081/out0IdentitySpence_081/op*
T0
9
Spence_082/in0Placeholder*
dtype0*
shape:
0
Spence_082/opSpenceSpence_082/in0*
T0
3
Spence_082/out0IdentitySpence_082/op*
T0
9
Spence_083/in0Placeholder*
dtype0*
shape:
0
Spence_083/opSpenceSpence_083/in0*
T0
3
Spence_083/out0IdentitySpence_083/op*
T0
9
Spence_084/in0Placeholder*
dtype0*
shape:
0
Spence_084/opSpenceSpence_084/in0*
T0
3
Spence_084/out0IdentitySpence_084/op*
T0
9
Spence_085/in0Placeholder*
dtype0*
shape:
0
Spence_085/opSpenceSpence_085/in0*
T0
3
Spence_085/out0IdentitySpence_085/op*
T0
9
Spence_086/in0Placeholder*
dtype0*
shape:
0
Spence_086/opSpenceSpence_086/in0*
T0
3
Spence_086/out0IdentitySpence_086/op*
T0
9
Spence_087/in0Placeholder*
dtype0*
shape:
0
Spence_087/opSpenceSpence_087/in0*
T0
3
Spence_087/out0IdentitySpence_087/op*
T0
9
Spence_088/in0Placeholder*
dtype0*
shape:
0
Spence_088/opSpenceSpence_088/in0*
T0
3
Spence_088/out0IdentitySpence_088/op*
T0
9
Spence_089/in0Placeholder*
dtype0*
shape:
0
Spence_089/opSpenceSpence_089/in0*
T0
3
Spence_089/out0IdentitySpence_089/op*
T0
9
Spence_090/in0Placeholder*
dtype0*
shape:
0
Spence_090/opSpenceSpence_090/in0*
T0
3
Spence_090/out0IdentitySpence_090/op*
T0
9
Spence_091/in0Placeholder*
dtype0*
shape:
0
Spence_091/opSpenceSpence_091/in0*
T0
3
Spence_091/out0IdentitySpence_091/op*
T0
9
Spence_092/in0Placeholder*
dtype0*
shape:
0
Spence_092/opSpenceSpence_092/in0*
T0
3
Spence_092/out0IdentitySpence_092/op*
T0
9
Spence_093/in0Placeholder*
dtype0*
shape:
0
Spence_093/opSpenceSpence_093/in0*
T0
3
Spence_093/out0IdentitySpence_093/op*
T0
9
Spence_094/in0Placeholder*
dtype0*
shape:
0
Spence_094/opSpenceSpence_094/in0*
T0
3
Spence_094/out0IdentitySpence_094/op*
T0
9
Spence_095/in0Placeholder*
dtype0*
shape:
0
Spence_095/opSpenceSpence_095/in0*
T0
3
Spence_095/out0IdentitySpence_095/op*
T0
9
Spence_096/in0Placeholder*
dtype0*
shape:
0
Spence_096/opSpenceSpence_096/in0*
T0
3
Spence_096/out0IdentitySpence_096/op*
T0
9
Spence_097/in0Placeholder*
dtype0*
shape:
0
Spence_097/opSpenceSpence_097/in0*
T0
3
Spence_097/out0IdentitySpence_097/op*
T0
9
Spence_098/in0Placeholder*
dtype0*
shape:
0
Spence_098/opSpenceSpence_098/in0*
T0
3
Spence_098/out0IdentitySpence_098/op*
T0
9
Spence_099/in0Placeholder*
dtype0*
shape:
0
Spence_099/opSpenceSpence_099/in0*
T0
3
Spence_099/out0IdentitySpence_099/op*
T0
9
Spence_100/in0Placeholder*
dtype0*
shape:
0
Spence_100/opSpenceSpence_100/in0*
T0
3
Spence_100/out0IdentitySpence_100/op*
T0
9
Spence_101/in0Placeholder*
dtype0*
shape:
0
Spence_101/opSpenceSpence_101/in0*
T0
3
Spence_101/out0IdentitySpence_101/op*
T0
9
Spence_102/in0Placeholder*
dtype0*
shape:
0
Spence_102/opSpenceSpence_102/in0*
T0
3
Spence_102/out0IdentitySpence_102/op*
T0
9
Spence_103/in0Placeholder*
dtype0*
shape:
0
Spence_103/opSpenceSpence_103/in0*
T0
3
Spence_103/out0IdentitySpence_103/op*
T0
9
Spence_104/in0Placeholder*
dtype0*
shape:
0
Spence_104/opSpenceSpence_104/in0*
T0
3
Spence_104/out0IdentitySpence_104/op*
T0
9
Spence_105/in0Placeholder*
dtype0*
shape:
0
Spence_105/opSpenceSpence_105/in0*
T0
3
Spence_105/out0IdentitySpence_105/op*
T0
9
Spence_106/in0Placeholder*
dtype0*
shape:
0
Spence_106/opSpenceSpence_106/in0*
T0
3
Spence_106/out0IdentitySpence_106/op*
T0
9
Spence_107/in0Placeholder*
dtype0*
shape:
0
Spence_107/opSpenceSpence_107/in0*
T0
3
Spence_107/out0IdentitySpence_107/op*
T0
9
Spence_108/in0Placeholder*
dtype0*
shape:
0
Spence_108/opSpenceSpence_108/in0*
T0
3
Spence_108/out0IdentitySpence_108/op*
T0
9
Spence_109/in0Placeholder*
dtype0*
shape:
0
Spence_109/opSpenceSpence_109/in0*
T0
3
Spence_109/out0IdentitySpence_109/op*
T0
9
Spence_110/in0Placeholder*
dtype0*
shape:
0
Spence_110/opSpenceSpence_110/in0*
T0
3
Spence_110/out0IdentitySpence_110/op*
T0
9
Spence_111/in0Placeholder*
dtype0*
shape:
0
Spence_111/opSpenceSpence_111/in0*
T0
3
Spence_111/out0IdentitySpence_111/op*
T0
9
Spence_112/in0Placeholder*
dtype0*
shape:
0
Spence_112/opSpenceSpence_112/in0*
T0
3
Spence_112/out0IdentitySpence_112/op*
T0
9
Spence_113/in0Placeholder*
dtype0*
shape:
0
Spence_113/opSpenceSpence_113/in0*
T0
3
Spence_113/out0IdentitySpence_113/op*
T0
9
Spence_114/in0Placeholder*
dtype0*
shape:
0
Spence_114/opSpenceSpence_114/in0*
T0
3
Spence_114/out0IdentitySpence_114/op*
T0
9
Spence_115/in0Placeholder*
dtype0*
shape:
0
Spence_115/opSpenceSpence_115/in0*
T0
3
Spence_115/out0IdentitySpence_115/op*
T0
9
Spence_116/in0Placeholder*
dtype0*
shape:
0
Spence_116/opSpenceSpence_116/in0*
T0
3
Spence_116/out0IdentitySpence_116/op*
T0
9
Spence_117/in0Placeholder*
dtype0*
shape:
0
Spence_117/opSpenceSpence_117/in0*
T0
3
Spence_117/out0IdentitySpence_117/op*
T0
9
Spence_118/in0Placeholder*
dtype0*
shape:
0
Spence_118/opSpenceSpence_118/in0*
T0
3
Spence_118/out0IdentitySpence_118/op*
T0
9
Spence_119/in0Placeholder*
dtype0*
shape:
0
Spence_119/opSpenceSpence_119/in0*
T0
3
Spence_119/out0IdentitySpence_119/op*
T0
9
Spence_120/in0Placeholder*
dtype0*
shape:
0
Spence_120/opSpenceSpence_120/in0*
T0
3
Spence_120/out0IdentitySpence_120/op*
T0
9
Spence_121/in0Placeholder*
dtype0*
shape:
0
Spence_121/opSpenceSpence_121/in0*
T0
3
Spence_121/out0IdentitySpence_121/op*
T0
9
Spence_122/in0Placeholder*
dtype0*
shape:
0
Spence_122/opSpenceSpence_122/in0*
T0
3
Spence_122/out0IdentitySpence_122/op*
T0
9
Spence_123/in0Placeholder*
dtype0*
shape:
0
Spence_123/opSpenceSpence_123/in0*
T0
3
Spence_123/out0IdentitySpence_123/op*
T0
9
Spence_124/in0Placeholder*
dtype0*
shape:
0
Spence_124/opSpenceSpence_124/in0*
T0
3
Spence_124/out0IdentitySpence_124/op*
T0
9
Spence_125/in0Placeholder*
dtype0*
shape:
0
Spence_125/opSpenceSpence_125/in0*
T0
3
Spence_125/out0IdentitySpence_125/op*
T0
9
Spence_126/in0Placeholder*
dtype0*
shape:
0
Spence_126/opSpenceSpence_126/in0*
T0
3
Spence_126/out0IdentitySpence_126/op*
T0
9
Spence_127/in0Placeholder*
dtype0*
shape:
0
Spence_127/opSpenceSpence_127/in0*
T0
3
Spence_127/out0IdentitySpence_127/op*
T0
9
Spence_128/in0Placeholder*
dtype0*
shape:
0
Spence_128/opSpenceSpence_128/in0*
T0
3
Spence_128/out0IdentitySpence_128/op*
T0
9
Spence_129/in0Placeholder*
dtype0*
shape:
0
Spence_129/opSpenceSpence_129/in0*
T0
3
Spence_129/out0IdentitySpence_129/op*
T0
9
Spence_130/in0Placeholder*
dtype0*
shape:
0
Spence_130/opSpenceSpence_130/in0*
T0
3
Spence_130/out0IdentitySpence_130/op*
T0
9
Spence_131/in0Placeholder*
dtype0*
shape:
0
Spence_131/opSpenceSpence_131/in0*
T0
3
Spence_131/out0IdentitySpence_131/op*
T0
9
Spence_132/in0Placeholder*
dtype0*
shape:
0
Spence_132/opSpenceSpence_132/in0*
T0
3
Spence_132/out0IdentitySpence_132/op*
T0
9
Spence_133/in0Placeholder*
dtype0*
shape:
0
Spence_133/opSpenceSpence_133/in0*
T0
3
Spence_133/out0IdentitySpence_133/op*
T0
9
Spence_134/in0Placeholder*
dtype0*
shape:
0
Spence_134/opSpenceSpence_134/in0*
T0
3
Spence_134/out0IdentitySpence_134/op*
T0
9
Spence_135/in0Placeholder*
dtype0*
shape:
0
Spence_135/opSpenceSpence_135/in0*
T0
3
Spence_135/out0IdentitySpence_135/op*
T0
9
Spence_136/in0Placeholder*
dtype0*
shape:
0
Spence_136/opSpenceSpence_136/in0*
T0
3
Spence_136/out0IdentitySpence_136/op*
T0
9
Spence_137/in0Placeholder*
dtype0*
shape:
0
Spence_137/opSpenceSpence_137/in0*
T0
3
Spence_137/out0IdentitySpence_137/op*
T0
9
Spence_138/in0Placeholder*
dtype0*
shape:
0
Spence_138/opSpenceSpence_138/in0*
T0
3
Spence_138/out0IdentitySpence_138/op*
T0
9
Spence_139/in0Placeholder*
dtype0*
shape:
0
Spence_139/opSpenceSpence_139/in0*
T0
3
Spence_139/out0IdentitySpence_139/op*
T0
9
Spence_140/in0Placeholder*
dtype0*
shape:
0
Spence_140/opSpenceSpence_140/in0*
T0
3
Spence_140/out0IdentitySpence_140/op*
T0
9
Spence_141/in0Placeholder*
dtype0*
shape:
0
Spence_141/opSpenceSpence_141/in0*
T0
3
Spence_141/out0IdentitySpence_141/op*
T0
9
Spence_142/in0Placeholder*
dtype0*
shape:
0
Spence_142/opSpenceSpence_142/in0*
T0
3
Spence_142/out0IdentitySpence_142/op*
T0
9
Spence_143/in0Placeholder*
dtype0*
shape:
0
Spence_143/opSpenceSpence_143/in0*
T0
3
Spence_143/out0IdentitySpence_143/op*
T0
9
Spence_144/in0Placeholder*
dtype0*
shape:
0
Spence_144/opSpenceSpence_144/in0*
T0
3
Spence_144/out0IdentitySpence_144/op*
T0
9
Spence_145/in0Placeholder*
dtype0*
shape:
0
Spence_145/opSpenceSpence_145/in0*
T0
3
Spence_145/out0IdentitySpence_145/op*
T0
9
Spence_146/in0Placeholder*
dtype0*
shape:
0
Spence_146/opSpenceSpence_146/in0*
T0
3
Spence_146/out0IdentitySpence_146/op*
T0
8
Dawsn_000/in0Placeholder*
dtype0*
shape:
-
Dawsn_000/opDawsnDawsn_000/in0*
T0
1
Dawsn_000/out0IdentityDawsn_000/op*
T0
8
Dawsn_001/in0Placeholder*
dtype0*
shape:
-
Dawsn_001/opDawsnDawsn_001/in0*
T0
1
Dawsn_001/out0IdentityDawsn_001/op*
T0
8
Dawsn_002/in0Placeholder*
dtype0*
shape:
-
Dawsn_002/opDawsnDawsn_002/in0*
T0
1
Dawsn_002/out0IdentityDawsn_002/op*
T0
8
Dawsn_003/in0Placeholder*
dtype0*
shape:
-
Dawsn_003/opDawsnDawsn_003/in0*
T0
1
Dawsn_003/out0IdentityDawsn_003/op*
T0
8
Dawsn_004/in0Placeholder*
dtype0*
shape:
-
Dawsn_004/opDawsnDawsn_004/in0*
T0
1
Dawsn_004/out0IdentityDawsn_004/op*
T0
8
Dawsn_005/in0Placeholder*
dtype0*
shape:
-
Dawsn_005/opDawsnDawsn_005/in0*
T0
1
Dawsn_005/out0IdentityDawsn_005/op*
T0
8
Dawsn_006/in0Placeholder*
dtype0*
shape:
-
Dawsn_006/opDawsnDawsn_006/in0*
T0
1
Dawsn_006/out0IdentityDawsn_006/op*
T0
8
Dawsn_007/in0Placeholder*
dtype0*
shape:
-
Dawsn_007/opDawsnDawsn_007/in0*
T0
1
Dawsn_007/out0IdentityDawsn_007/op*
T0
8
Dawsn_008/in0Placeholder*
dtype0*
shape:
-
Dawsn_008/opDawsnDawsn_008/in0*
T0
1
Dawsn_008/out0IdentityDawsn_008/op*
T0
8
Dawsn_009/in0Placeholder*
dtype0*
shape:
-
Dawsn_009/opDawsnDawsn_009/in0*
T0
1
Dawsn_009/out0IdentityDawsn_009/op*
T0
8
Dawsn_010/in0Placeholder*
dtype0*
shape:
-
Dawsn_010/opDawsnDawsn_010/in0*
T0
1
Dawsn_010/out0IdentityDawsn_010/op*
T0
8
Dawsn_011/in0Placeholder*
dtype0*
shape:
-
Dawsn_011/opDawsnDawsn_011/in0*
T0
1
Dawsn_011/out0IdentityDawsn_011/op*
T0
8
Dawsn_012/in0Placeholder*
dtype0*
shape:
-
Dawsn_012/opDawsnDawsn_012/in0*
T0
1
Dawsn_012/out0IdentityDawsn_012/op*
T0
8
Dawsn_013/in0Placeholder*
dtype0*
shape:
-
Dawsn_013/opDawsnDawsn_013/in0*
T0
1
Dawsn_013/out0IdentityDawsn_013/op*
T0
8
Dawsn_014/in0Placeholder*
dtype0*
shape:
-
Dawsn_014/opDawsnDawsn_014/in0*
T0
1
Dawsn_014/out0IdentityDawsn_014/op*
T0
8
Dawsn_015/in0Placeholder*
dtype0*
shape:
-
Dawsn_015/opDawsnDawsn_015/in0*
T0
1
Dawsn_015/out0IdentityDawsn_015/op*
T0
8
Dawsn_016/in0Placeholder*
dtype0*
shape:
-
Dawsn_016/opDawsnDawsn_016/in0*
T0
1
Dawsn_016/out0IdentityDawsn_016/op*
T0
8
Dawsn_017/in0Placeholder*
dtype0*
shape:
-
Dawsn_017/opDawsnDawsn_017/in0*
T0
1
Dawsn_017/out0IdentityDawsn_017/op*
T0
8
Dawsn_018/in0Placeholder*
dtype0*
shape:
-
Dawsn_018/opDawsnDawsn_018/in0*
T0
1
Dawsn_018/out0IdentityDawsn_018/op*
T0
8
Dawsn_019/in0Placeholder*
dtype0*
shape:
-
Dawsn_019/opDawsnDawsn_019/in0*
T0
1
Dawsn_019/out0IdentityDawsn_019/op*
T0
8
Dawsn_020/in0Placeholder*
dtype0*
shape:
-
Dawsn_020/opDawsnDawsn_020/in0*
T0
1
Dawsn_020/out0IdentityDawsn_020/op*
T0
8
Dawsn_021/in0Placeholder*
dtype0*
shape:
-
Dawsn_021/opDawsnDawsn_021/in0*
T0
1
Dawsn_021/out0IdentityDawsn_021/op*
T0
8
Dawsn_022/in0Placeholder*
dtype0*
shape:
-
Dawsn_022/opDawsnDawsn_022/in0*
T0
1
Dawsn_022/out0IdentityDawsn_022/op*
T0
8
Dawsn_023/in0Placeholder*
dtype0*
shape:
-
Dawsn_023/opDawsnDawsn_023/in0*
T0
1
Dawsn_023/out0IdentityDawsn_023/op*
T0
8
Dawsn_024/in0Placeholder*
dtype0*
shape:
-
Dawsn_024/opDawsnDawsn_024/in0*
T0
1
Dawsn_024/out0IdentityDawsn_024/op*
T0
8
Dawsn_025/in0Placeholder*
dtype0*
shape:
-
Dawsn_025/opDawsnDawsn_025/in0*
T0
1
Dawsn_025/out0IdentityDawsn_025/op*
T0
8
Dawsn_026/in0Placeholder*
dtype0*
shape:
-
Dawsn_026/opDawsnDawsn_026/in0*
T0
1
Dawsn_026/out0IdentityDawsn_026/op*
T0
8
Dawsn_027/in0Placeholder*
dtype0*
shape:
-
Dawsn_027/opDawsnDawsn_027/in0*
T0
1
Dawsn_027/out0IdentityDawsn_027/op*
T0
8
Dawsn_028/in0Placeholder*
dtype0*
shape:
-
Dawsn_028/opDawsnDawsn_028/in0*
T0
1
Dawsn_028/out0IdentityDawsn_028/op*
T0
8
Dawsn_029/in0Placeholder*
dtype0*
shape:
-
Dawsn_029/opDawsnDawsn_029/in0*
T0
1
Dawsn_029/out0IdentityDawsn_029/op*
T0
8
Dawsn_030/in0Placeholder*
dtype0*
shape:
-
Dawsn_030/opDawsnDawsn_030/in0*
T0
1
Dawsn_030/out0IdentityDawsn_030/op*
T0
8
Dawsn_031/in0Placeholder*
dtype0*
shape:
-
Dawsn_031/opDawsnDawsn_031/in0*
T0
1
Dawsn_031/out0IdentityDawsn_031/op*
T0
8
Dawsn_032/in0Placeholder*
dtype0*
shape:
-
Dawsn_032/opDawsnDawsn_032/in0*
T0
1
Dawsn_032/out0IdentityDawsn_032/op*
T0
8
Dawsn_033/in0Placeholder*
dtype0*
shape:
-
Dawsn_033/opDawsnDawsn_033/in0*
T0
1
Dawsn_033/out0IdentityDawsn_033/op*
T0
8
Dawsn_034/in0Placeholder*
dtype0*
shape:
-
Dawsn_034/opDawsnDawsn_034/in0*
T0
1
Dawsn_034/out0IdentityDawsn_034/op*
T0
8
Dawsn_035/in0Placeholder*
dtype0*
shape:
-
Dawsn_035/opDawsnDawsn_035/in0*
T0
1
Dawsn_035/out0IdentityDawsn_035/op*
T0
8
Dawsn_036/in0Placeholder*
dtype0*
shape:
-
Dawsn_036/opDawsnDawsn_036/in0*
T0
1
Dawsn_036/out0IdentityDawsn_036/op*
T0
8
Dawsn_037/in0Placeholder*
dtype0*
shape:
-
Dawsn_037/opDawsnDawsn_037/in0*
T0
1
Dawsn_037/out0IdentityDawsn_037/op*
T0
8
Dawsn_038/in0Placeholder*
dtype0*
shape:
-
Dawsn_038/opDawsnDawsn_038/in0*
T0
1
Dawsn_038/out0IdentityDawsn_038/op*
T0
8
Dawsn_039/in0Placeholder*
dtype0*
shape:
-
Dawsn_039/opDawsnDawsn_039/in0*
T0
1
Dawsn_039/out0IdentityDawsn_039/op*
T0
8
Dawsn_040/in0Placeholder*
dtype0*
shape:
-
Dawsn_040/opDawsnDawsn_040/in0*
T0
1
Dawsn_040/out0IdentityDawsn_040/op*
T0
8
Dawsn_041/in0Placeholder*
dtype0*
shape:
-
Dawsn_041/opDawsnDawsn_041/in0*
T0
1
Dawsn_041/out0IdentityDawsn_041/op*
T0
8
Dawsn_042/in0Placeholder*
dtype0*
shape:
-
Dawsn_042/opDawsnDawsn_042/in0*
T0
1
Dawsn_042/out0IdentityDawsn_042/op*
T0
8
Dawsn_043/in0Placeholder*
dtype0*
shape:
-
Dawsn_043/opDawsnDawsn_043/in0*
T0
1
Dawsn_043/out0IdentityDawsn_043/op*
T0
8
Dawsn_044/in0Placeholder*
dtype0*
shape:
-
Dawsn_044/opDawsnDawsn_044/in0*
T0
1
Dawsn_044/out0IdentityDawsn_044/op*
T0
8
Dawsn_045/in0Placeholder*
dtype0*
shape:
-
Dawsn_045/opDawsnDawsn_045/in0*
T0
1
Dawsn_045/out0IdentityDawsn_045/op*
T0
8
Dawsn_046/in0Placeholder*
dtype0*
shape:
-
Dawsn_046/opDawsnDawsn_046/in0*
T0
1
Dawsn_046/out0IdentityDawsn_046/op*
T0
8
Dawsn_047/in0Placeholder*
dtype0*
shape:
-
Dawsn_047/opDawsnDawsn_047/in0*
T0
1
Dawsn_047/out0IdentityDawsn_047/op*
T0
8
Dawsn_048/in0Placeholder*
dtype0*
shape:
-
Dawsn_048/opDawsnDawsn_048/in0*
T0
1
Dawsn_048/out0IdentityDawsn_048/op*
T0
8
Dawsn_049/in0Placeholder*
dtype0*
shape:
-
Dawsn_049/opDawsnDawsn_049/in0*
T0
1
Dawsn_049/out0IdentityDawsn_049/op*
T0
8
Dawsn_050/in0Placeholder*
dtype0*
shape:
-
Dawsn_050/opDawsnDawsn_050/in0*
T0
1
Dawsn_050/out0IdentityDawsn_050/op*
T0
8
Dawsn_051/in0Placeholder*
dtype0*
shape:
-
Dawsn_051/opDawsnDawsn_051/in0*
T0
1
Dawsn_051/out0IdentityDawsn_051/op*
T0
8
Dawsn_052/in0Placeholder*
dtype0*
shape:
-
Dawsn_052/opDawsnDawsn_052/in0*
T0
1
Dawsn_052/out0IdentityDawsn_052/op*
T0
8
Dawsn_053/in0Placeholder*
dtype0*
shape:
-
Dawsn_053/opDawsnDawsn_053/in0*
T0
1
Dawsn_053/out0IdentityDawsn_053/op*
T0
8
Dawsn_054/in0Placeholder*
dtype0*
shape:
-
Dawsn_054/opDawsnDawsn_054/in0*
T0
1
Dawsn_054/out0IdentityDawsn_054/op*
T0
8
Dawsn_055/in0Placeholder*
dtype0*
shape:
-
Dawsn_055/opDawsnDawsn_055/in0*
T0
1
Dawsn_055/out0IdentityDawsn_055/op*
T0
8
Dawsn_056/in0Placeholder*
dtype0*
shape:
-
Dawsn_056/opDawsnDawsn_056/in0*
T0
1
Dawsn_056/out0IdentityDawsn_056/op*
T0
8
Dawsn_057/in0Placeholder*
dtype0*
shape:
-
Dawsn_057/opDawsnDawsn_057/in0*
T0
1
Dawsn_057/out0IdentityDawsn_057/op*
T0
8
Dawsn_058/in0Placeholder*
dtype0*
shape:
-
Dawsn_058/opDawsnDawsn_058/in0*
T0
1
Dawsn_058/out0IdentityDawsn_058/op*
T0
8
Dawsn_059/in0Placeholder*
dtype0*
shape:
-
Dawsn_059/opDawsnDawsn_059/in0*
T0
1
Dawsn_059/out0IdentityDawsn_059/op*
T0
8
Dawsn_060/in0Placeholder*
dtype0*
shape:
-
Dawsn_060/opDawsnDawsn_060/in0*
T0
1
Dawsn_060/out0IdentityDawsn_060/op*
T0
8
Dawsn_061/in0Placeholder*
dtype0*
shape:
-
Dawsn_061/opDawsnDawsn_061/in0*
T0
1
Dawsn_061/out0IdentityDawsn_061/op*
T0
8
Dawsn_062/in0Placeholder*
dtype0*
shape:
-
Dawsn_062/opDawsnDawsn_062/in0*
T0
1
Dawsn_062/out0IdentityDawsn_062/op*
T0
8
Dawsn_063/in0Placeholder*
dtype0*
shape:
-
Dawsn_063/opDawsnDawsn_063/in0*
T0
1
Dawsn_063/out0IdentityDawsn_063/op*
T0
8
Dawsn_064/in0Placeholder*
dtype0*
shape:
-
Dawsn_064/opDawsnDawsn_064/in0*
T0
1
Dawsn_064/out0IdentityDawsn_064/op*
T0
8
Dawsn_065/in0Placeholder*
dtype0*
shape:
-
Dawsn_065/opDawsnDawsn_065/in0*
T0
1
Dawsn_065/out0IdentityDawsn_065/op*
T0
8
Dawsn_066/in0Placeholder*
dtype0*
shape:
-
Dawsn_066/opDawsnDawsn_066/in0*
T0
1
Dawsn_066/out0IdentityDawsn_066/op*
T0
8
Dawsn_067/in0Placeholder*
dtype0*
shape:
-
Dawsn_067/opDawsnDawsn_067/in0*
T0
1
Dawsn_067/out0IdentityDawsn_067/op*
T0
8
Dawsn_068/in0Placeholder*
dtype0*
shape:
-
Dawsn_068/opDawsnDawsn_068/in0*
T0
1
Dawsn_068/out0IdentityDawsn_068/op*
T0
8
Dawsn_069/in0Placeholder*
dtype0*
shape:
-
Dawsn_069/opDawsnDawsn_069/in0*
T0
1
Dawsn_069/out0IdentityDawsn_069/op*
T0
8
Dawsn_070/in0Placeholder*
dtype0*
shape:
-
Dawsn_070/opDawsnDawsn_070/in0*
T0
1
Dawsn_070/out0IdentityDawsn_070/op*
T0
8
Dawsn_071/in0Placeholder*
dtype0*
shape:
-
Dawsn_071/opDawsnDawsn_071/in0*
T0
1
Dawsn_071/out0IdentityDawsn_071/op*
T0
8
Dawsn_072/in0Placeholder*
dtype0*
shape:
-
Dawsn_072/opDawsnDawsn_072/in0*
T0
1
Dawsn_072/out0IdentityDawsn_072/op*
T0
8
Dawsn_073/in0Placeholder*
dtype0*
shape:
-
Dawsn_073/opDawsnDawsn_073/in0*
T0
1
Dawsn_073/out0IdentityDawsn_073/op*
T0
8
Dawsn_074/in0Placeholder*
dtype0*
shape:
-
Dawsn_074/opDawsnDawsn_074/in0*
T0
1
Dawsn_074/out0IdentityDawsn_074/op*
T0
8
Dawsn_075/in0Placeholder*
dtype0*
shape:
-
Dawsn_075/opDawsnDawsn_075/in0*
T0
1
Dawsn_075/out0IdentityDawsn_075/op*
T0
8
Dawsn_076/in0Placeholder*
dtype0*
shape:
-
Dawsn_076/opDawsnDawsn_076/in0*
T0
1
Dawsn_076/out0IdentityDawsn_076/op*
T0
8
Dawsn_077/in0Placeholder*
dtype0*
shape:
-
Dawsn_077/opDawsnDawsn_077/in0*
T0
1
Dawsn_077/out0IdentityDawsn_077/op*
T0
8
Dawsn_078/in0Placeholder*
dtype0*
shape:
-
Dawsn_078/opDawsnDawsn_078/in0*
T0
1
Dawsn_078/out0IdentityDawsn_078/op*
T0
8
Dawsn_079/in0Placeholder*
dtype0*
shape:
-
Dawsn_079/opDawsnDawsn_079/in0*
T0
1
Dawsn_079/out0IdentityDawsn_079/op*
T0
8
Dawsn_080/in0Placeholder*
dtype0*
shape:
-
Dawsn_080/opDawsnDawsn_080/in0*
T0
1
Dawsn_080/out0IdentityDawsn_080/op*
T0
8
Dawsn_081/in0Placeholder*
dtype0*
shape:
-
Dawsn_081/opDawsnDawsn_081/in0*
T0
1
Dawsn_081/out0IdentityDawsn_081/op*
T0
8
Dawsn_082/in0Placeholder*
dtype0*
shape:
-
Dawsn_082/opDawsnDawsn_082/in0*
T0
1
Dawsn_082/out0IdentityDawsn_082/op*
T0
8
Dawsn_083/in0Placeholder*
dtype0*
shape:
-
Dawsn_083/opDawsnDawsn_083/in0*
T0
1
Dawsn_083/out0IdentityDawsn_083/op*
T0
8
Dawsn_084/in0Placeholder*
dtype0*
shape:
-
Dawsn_084/opDawsnDawsn_084/in0*
T0
1
Dawsn_084/out0IdentityDawsn_084/op*
T0
8
Dawsn_085/in0Placeholder*
dtype0*
shape:
-
Dawsn_085/opDawsnDawsn_085/in0*
T0
1
Dawsn_085/out0IdentityDawsn_085/op*
T0
8
Dawsn_086/in0Placeholder*
dtype0*
shape:
-
Dawsn_086/opDawsnDawsn_086/in0*
T0
1
Dawsn_086/out0IdentityDawsn_086/op*
T0
8
Dawsn_087/in0Placeholder*
dtype0*
shape:
-
Dawsn_087/opDawsnDawsn_087/in0*
T0
1
Dawsn_087/out0IdentityDawsn_087/op*
T0
8
Dawsn_088/in0Placeholder*
dtype0*
shape:
-
Dawsn_088/opDawsnDawsn_088/in0*
T0
1
Dawsn_088/out0IdentityDawsn_088/op*
T0
8
Dawsn_089/in0Placeholder*
dtype0*
shape:
-
Dawsn_089/opDawsnDawsn_089/in0*
T0
1
Dawsn_089/out0IdentityDawsn_089/op*
T0
8
Dawsn_090/in0Placeholder*
dtype0*
shape:
-
Dawsn_090/opDawsnDawsn_090/in0*
T0
1
Dawsn_090/out0IdentityDawsn_090/op*
T0
8
Dawsn_091/in0Placeholder*
dtype0*
shape:
-
Dawsn_091/opDawsnDawsn_091/in0*
T0
1
Dawsn_091/out0IdentityDawsn_091/op*
T0
8
Dawsn_092/in0Placeholder*
dtype0*
shape:
-
Dawsn_092/opDawsnDawsn_092/in0*
T0
1
Dawsn_092/out0IdentityDawsn_092/op*
T0
8
Dawsn_093/in0Placeholder*
dtype0*
shape:
-
Dawsn_093/opDawsnDawsn_093/in0*
T0
1
Dawsn_093/out0IdentityDawsn_093/op*
T0
8
Dawsn_094/in0Placeholder*
dtype0*
shape:
-
Dawsn_094/opDawsnDawsn_094/in0*
T0
1
Dawsn_094/out0IdentityDawsn_094/op*
T0
8
Dawsn_095/in0Placeholder*
dtype0*
shape:
-
Dawsn_095/opDawsnDawsn_095/in0*
T0
1
Dawsn_095/out0IdentityDawsn_095/op*
T0
8
Dawsn_096/in0Placeholder*
dtype0*
shape:
-
Dawsn_096/opDawsnDawsn_096/in0*
T0
1
Dawsn_096/out0IdentityDawsn_096/op*
T0
8
Dawsn_097/in0Placeholder*
dtype0*
shape:
-
Dawsn_097/opDawsnDawsn_097/in0*
T0
1
Dawsn_097/out0IdentityDawsn_097/op*
T0
8
Dawsn_098/in0Placeholder*
dtype0*
shape:
-
Dawsn_098/opDawsnDawsn_098/in0*
T0
1
Dawsn_098/out0IdentityDawsn_098/op*
T0
8
Dawsn_099/in0Placeholder*
dtype0*
shape:
-
Dawsn_099/opDawsnDawsn_099/in0*
T0
1
Dawsn_099/out0IdentityDawsn_099/op*
T0
8
Dawsn_100/in0Placeholder*
dtype0*
shape:
-
Dawsn_100/opDawsnDawsn_100/in0*
T0
1
Dawsn_100/out0IdentityDawsn_100/op*
T0
8
Dawsn_101/in0Placeholder*
dtype0*
shape:
-
Dawsn_101/opDawsnDawsn_101/in0*
T0
1
Dawsn_101/out0IdentityDawsn_101/op*
T0
8
Dawsn_102/in0Placeholder*
dtype0*
shape:
-
Dawsn_102/opDawsnDawsn_102/in0*
T0
1
Dawsn_102/out0IdentityDawsn_102/op*
T0
8
Dawsn_103/in0Placeholder*
dtype0*
shape:
-
Dawsn_103/opDawsnDawsn_103/in0*
T0
1
Dawsn_103/out0IdentityDawsn_103/op*
T0
8
Dawsn_104/in0Placeholder*
dtype0*
shape:
-
Dawsn_104/opDawsnDawsn_104/in0*
T0
1
Dawsn_104/out0IdentityDawsn_104/op*
T0
8
Dawsn_105/in0Placeholder*
dtype0*
shape:
-
Dawsn_105/opDawsnDawsn_105/in0*
T0
1
Dawsn_105/out0IdentityDawsn_105/op*
T0
8
Dawsn_106/in0Placeholder*
dtype0*
shape:
-
Dawsn_106/opDawsnDawsn_106/in0*
T0
1
Dawsn_106/out0IdentityDawsn_106/op*
T0
8
Dawsn_107/in0Placeholder*
dtype0*
shape:
-
Dawsn_107/opDawsnDawsn_107/in0*
T0
1
Dawsn_107/out0IdentityDawsn_107/op*
T0
8
Dawsn_108/in0Placeholder*
dtype0*
shape:
-
Dawsn_108/opDawsnDawsn_108/in0*
T0
1
Dawsn_108/out0IdentityDawsn_108/op*
T0
8
Dawsn_109/in0Placeholder*
dtype0*
shape:
-
Dawsn_109/opDawsnDawsn_109/in0*
T0
1
Dawsn_109/out0IdentityDawsn_109/op*
T0
8
Dawsn_110/in0Placeholder*
dtype0*
shape:
-
Dawsn_110/opDawsnDawsn_110/in0*
T0
1
Dawsn_110/out0IdentityDawsn_110/op*
T0
8
Dawsn_111/in0Placeholder*
dtype0*
shape:
-
Dawsn_111/opDawsnDawsn_111/in0*
T0
1
Dawsn_111/out0IdentityDawsn_111/op*
T0
8
Dawsn_112/in0Placeholder*
dtype0*
shape:
-
Dawsn_112/opDawsnDawsn_112/in0*
T0
1
Dawsn_112/out0IdentityDawsn_112/op*
T0
8
Dawsn_113/in0Placeholder*
dtype0*
shape:
-
Dawsn_113/opDawsnDawsn_113/in0*
T0
1
Dawsn_113/out0IdentityDawsn_113/op*
T0
8
Dawsn_114/in0Placeholder*
dtype0*
shape:
-
Dawsn_114/opDawsnDawsn_114/in0*
T0
1
Dawsn_114/out0IdentityDawsn_114/op*
T0
8
Dawsn_115/in0Placeholder*
dtype0*
shape:
-
Dawsn_115/opDawsnDawsn_115/in0*
T0
1
Dawsn_115/out0IdentityDawsn_115/op*
T0
8
Dawsn_116/in0Placeholder*
dtype0*
shape:
-
Dawsn_116/opDawsnDawsn_116/in0*
T0
1
Dawsn_116/out0IdentityDawsn_116/op*
T0
8
Dawsn_117/in0Placeholder*
dtype0*
shape:
-
Dawsn_117/opDawsnDawsn_117/in0*
T0
1
Dawsn_117/out0IdentityDawsn_117/op*
T0
8
Dawsn_118/in0Placeholder*
dtype0*
shape:
-
Dawsn_118/opDawsnDawsn_118/in0*
T0
1
Dawsn_118/out0IdentityDawsn_118/op*
T0
8
Dawsn_119/in0Placeholder*
dtype0*
shape:
-
Dawsn_119/opDawsnDawsn_119/in0*
T0
1
Dawsn_119/out0IdentityDawsn_119/op*
T0
8
Dawsn_120/in0Placeholder*
dtype0*
shape:
-
Dawsn_120/opDawsnDawsn_120/in0*
T0
1
Dawsn_120/out0IdentityDawsn_120/op*
T0
8
Dawsn_121/in0Placeholder*
dtype0*
shape:
-
Dawsn_121/opDawsnDawsn_121/in0*
T0
1
Dawsn_121/out0IdentityDawsn_121/op*
T0
8
Dawsn_122/in0Placeholder*
dtype0*
shape:
-
Dawsn_122/opDawsnDawsn_122/in0*
T0
1
Dawsn_122/out0IdentityDawsn_122/op*
T0
8
Dawsn_123/in0Placeholder*
dtype0*
shape:
-
Dawsn_123/opDawsnDawsn_123/in0*
T0
1
Dawsn_123/out0IdentityDawsn_123/op*
T0
8
Dawsn_124/in0Placeholder*
dtype0*
shape:
-
Dawsn_124/opDawsnDawsn_124/in0*
T0
1
Dawsn_124/out0IdentityDawsn_124/op*
T0
8
Dawsn_125/in0Placeholder*
dtype0*
shape:
-
Dawsn_125/opDawsnDawsn_125/in0*
T0
1
Dawsn_125/out0IdentityDawsn_125/op*
T0
8
Dawsn_126/in0Placeholder*
dtype0*
shape:
-
Dawsn_126/opDawsnDawsn_126/in0*
T0
1
Dawsn_126/out0IdentityDawsn_126/op*
T0
8
Dawsn_127/in0Placeholder*
dtype0*
shape:
-
Dawsn_127/opDawsnDawsn_127/in0*
T0
1
Dawsn_127/out0IdentityDawsn_127/op*
T0
8
Dawsn_128/in0Placeholder*
dtype0*
shape:
-
Dawsn_128/opDawsnDawsn_128/in0*
T0
1
Dawsn_128/out0IdentityDawsn_128/op*
T0
8
Dawsn_129/in0Placeholder*
dtype0*
shape:
-
Dawsn_129/opDawsnDawsn_129/in0*
T0
1
Dawsn_129/out0IdentityDawsn_129/op*
T0
8
Dawsn_130/in0Placeholder*
dtype0*
shape:
-
Dawsn_130/opDawsnDawsn_130/in0*
T0
1
Dawsn_130/out0IdentityDawsn_130/op*
T0
8
Dawsn_131/in0Placeholder*
dtype0*
shape:
-
Dawsn_131/opDawsnDawsn_131/in0*
T0
1
Dawsn_131/out0IdentityDawsn_131/op*
T0
8
Dawsn_132/in0Placeholder*
dtype0*
shape:
-
Dawsn_132/opDawsnDawsn_132/in0*
T0
1
Dawsn_132/out0IdentityDawsn_132/op*
T0
8
Dawsn_133/in0Placeholder*
dtype0*
shape:
-
Dawsn_133/opDawsnDawsn_133/in0*
T0
1
Dawsn_133/out0IdentityDawsn_133/op*
T0
8
Dawsn_134/in0Placeholder*
dtype0*
shape:
-
Dawsn_134/opDawsnDawsn_134/in0*
T0
1
Dawsn_134/out0IdentityDawsn_134/op*
T0
8
Dawsn_135/in0Placeholder*
dtype0*
shape:
-
Dawsn_135/opDawsnDawsn_135/in0*
T0
1
Dawsn_135/out0IdentityDawsn_135/op*
T0
8
Dawsn_136/in0Placeholder*
dtype0*
shape:
-
Dawsn_136/opDawsnDawsn_136/in0*
T0
1
Dawsn_136/out0IdentityDawsn_136/op*
T0
8
Dawsn_137/in0Placeholder*
dtype0*
shape:
-
Dawsn_137/opDawsnDawsn_137/in0*
T0
1
Dawsn_137/out0IdentityDawsn_137/op*
T0
8
Dawsn_138/in0Placeholder*
dtype0*
shape:
-
Dawsn_138/opDawsnDawsn_138/in0*
T0
1
Dawsn_138/out0IdentityDawsn_138/op*
T0
8
Dawsn_139/in0Placeholder*
dtype0*
shape:
-
Dawsn_139/opDawsnDawsn_139/in0*
T0
1
Dawsn_139/out0IdentityDawsn_139/op*
T0
8
Dawsn_140/in0Placeholder*
dtype0*
shape:
-
Dawsn_140/opDawsnDawsn_140/in0*
T0
1
Dawsn_140/out0IdentityDawsn_140/op*
T0
8
Dawsn_141/in0Placeholder*
dtype0*
shape:
-
Dawsn_141/opDawsnDawsn_141/in0*
T0
1
Dawsn_141/out0IdentityDawsn_141/op*
T0
8
Dawsn_142/in0Placeholder*
dtype0*
shape:
-
Dawsn_142/opDawsnDawsn_142/in0*
T0
1
Dawsn_142/out0IdentityDawsn_142/op*
T0
8
Dawsn_143/in0Placeholder*
dtype0*
shape:
-
Dawsn_143/opDawsnDawsn_143/in0*
T0
1
Dawsn_143/out0IdentityDawsn_143/op*
T0
8
Dawsn_144/in0Placeholder*
dtype0*
shape:
-
Dawsn_144/opDawsnDawsn_144/in0*
T0
1
Dawsn_144/out0IdentityDawsn_144/op*
T0
8
Dawsn_145/in0Placeholder*
dtype0*
shape:
-
Dawsn_145/opDawsnDawsn_145/in0*
T0
1
Dawsn_145/out0IdentityDawsn_145/op*
T0
8
Dawsn_146/in0Placeholder*
dtype0*
shape:
-
Dawsn_146/opDawsnDawsn_146/in0*
T0
1
Dawsn_146/out0IdentityDawsn_146/op*
T0
8
Dawsn_147/in0Placeholder*
dtype0*
shape:
-
Dawsn_147/opDawsnDawsn_147/in0*
T0
1
Dawsn_147/out0IdentityDawsn_147/op*
T0
8
Dawsn_148/in0Placeholder*
dtype0*
shape:
-
Dawsn_148/opDawsnDawsn_148/in0*
T0
1
Dawsn_148/out0IdentityDawsn_148/op*
T0
=
FresnelSin_000/in0Placeholder*
dtype0*
shape:
<
FresnelSin_000/op
FresnelSinFresnelSin_000/in0*
T0
;
FresnelSin_000/out0IdentityFresnelSin_000/op*
T0
=
FresnelSin_001/in0Placeholder*
dtype0*
shape:
<
FresnelSin_001/op
FresnelSinFresnelSin_001/in0*
T0
;
FresnelSin_001/out0IdentityFresnelSin_001/op*
T0
=
FresnelSin_002/in0Placeholder*
dtype0*
shape:
<
FresnelSin_002/op
FresnelSinFresnelSin_002/in0*
T0
;
FresnelSin_002/out0IdentityFresnelSin_002/op*
T0
=
FresnelSin_003/in0Placeholder*
dtype0*
shape:
<
FresnelSin_003/op
FresnelSinFresnelSin_003/in0*
T0
;
FresnelSin_003/out0IdentityFresnelSin_003/op*
T0
=
FresnelSin_004/in0Placeholder*
dtype0*
shape:
<
FresnelSin_004/op
FresnelSinFresnelSin_004/in0*
T0
;
FresnelSin_004/out0IdentityFresnelSin_004/op*
T0
=
FresnelSin_005/in0Placeholder*
dtype0*
shape:
<
FresnelSin_005/op
FresnelSinFresnelSin_005/in0*
T0
;
FresnelSin_005/out0IdentityFresnelSin_005/op*
T0
=
FresnelSin_006/in0Placeholder*
dtype0*
shape:
<
FresnelSin_006/op
FresnelSinFresnelSin_006/in0*
T0
;
FresnelSin_006/out0IdentityFresnelSin_006/op*
T0
=
FresnelSin_007/in0Placeholder*
dtype0*
shape:
<
FresnelSin_007/op
FresnelSinFresnelSin_007/in0*
T0
;
FresnelSin_007/out0IdentityFresnelSin_007/op*
T0
=
FresnelSin_008/in0Placeholder*
dtype0*
shape:
<
FresnelSin_008/op
FresnelSinFresnelSin_008/in0*
T0
;
FresnelSin_008/out0IdentityFresnelSin_008/op*
T0
=
FresnelSin_009/in0Placeholder*
dtype0*
shape:
<
FresnelSin_009/op
FresnelSinFresnelSin_009/in0*
T0
;
FresnelSin_009/out0IdentityFresnelSin_009/op*
T0
=
FresnelSin_010/in0Placeholder*
dtype0*
shape:
<
FresnelSin_010/op
FresnelSinFresnelSin_010/in0*
T0
;
FresnelSin_010/out0IdentityFresnelSin_010/op*
T0
=
FresnelSin_011/in0Placeholder*
dtype0*
shape:
<
FresnelSin_011/op
FresnelSinFresnelSin_011/in0*
T0
;
FresnelSin_011/out0IdentityFresnelSin_011/op*
T0
=
FresnelSin_012/in0Placeholder*
dtype0*
shape:
<
FresnelSin_012/op
FresnelSinFresnelSin_012/in0*
T0
;
FresnelSin_012/out0IdentityFresnelSin_012/op*
T0
=
FresnelSin_013/in0Placeholder*
dtype0*
shape:
<
FresnelSin_013/op
FresnelSinFresnelSin_013/in0*
T0
;
FresnelSin_013/out0IdentityFresnelSin_013/op*
T0
=
FresnelSin_014/in0Placeholder*
dtype0*
shape:
<
FresnelSin_014/op
FresnelSinFresnelSin_014/in0*
T0
;
FresnelSin_014/out0IdentityFresnelSin_014/op*
T0
=
FresnelSin_015/in0Placeholder*
dtype0*
shape:
<
FresnelSin_015/op
FresnelSinFresnelSin_015/in0*
T0
;
FresnelSin_015/out0IdentityFresnelSin_015/op*
T0
=
FresnelSin_016/in0Placeholder*
dtype0*
shape:
<
FresnelSin_016/op
FresnelSinFresnelSin_016/in0*
T0
;
FresnelSin_016/out0IdentityFresnelSin_016/op*
T0
=
FresnelSin_017/in0Placeholder*
dtype0*
shape:
<
FresnelSin_017/op
FresnelSinFresnelSin_017/in0*
T0
;
FresnelSin_017/out0IdentityFresnelSin_017/op*
T0
=
FresnelSin_018/in0Placeholder*
dtype0*
shape:
<
FresnelSin_018/op
FresnelSinFresnelSin_018/in0*
T0
;
FresnelSin_018/out0IdentityFresnelSin_018/op*
T0
=
FresnelSin_019/in0Placeholder*
dtype0*
shape:
<
FresnelSin_019/op
FresnelSinFresnelSin_019/in0*
T0
;
FresnelSin_019/out0IdentityFresnelSin_019/op*
T0
=
FresnelSin_020/in0Placeholder*
dtype0*
shape:
<
FresnelSin_020/op
FresnelSinFresnelSin_020/in0*
T0
;
FresnelSin_020/out0IdentityFresnelSin_020/op*
T0
=
FresnelSin_021/in0Placeholder*
dtype0*
shape:
<
FresnelSin_021/op
FresnelSinFresnelSin_021/in0*
T0
;
FresnelSin_021/out0IdentityFresnelSin_021/op*
T0
=
FresnelSin_022/in0Placeholder*
dtype0*
shape:
<
FresnelSin_022/op
FresnelSinFresnelSin_022/in0*
T0
;
FresnelSin_022/out0IdentityFresnelSin_022/op*
T0
=
FresnelSin_023/in0Placeholder*
dtype0*
shape:
<
FresnelSin_023/op
FresnelSinFresnelSin_023/in0*
T0
;
FresnelSin_023/out0IdentityFresnelSin_023/op*
T0
=
FresnelSin_024/in0Placeholder*
dtype0*
shape:
<
FresnelSin_024/op
FresnelSinFresnelSin_024/in0*
T0
;
FresnelSin_024/out0IdentityFresnelSin_024/op*
T0
=
FresnelSin_025/in0Placeholder*
dtype0*
shape:
<
FresnelSin_025/op
FresnelSinFresnelSin_025/in0*
T0
;
FresnelSin_025/out0IdentityFresnelSin_025/op*
T0
=
FresnelSin_026/in0Placeholder*
dtype0*
shape:
<
FresnelSin_026/op
FresnelSinFresnelSin_026/in0*
T0
;
FresnelSin_026/out0IdentityFresnelSin_026/op*
T0
=
FresnelSin_027/in0Placeholder*
dtype0*
shape:
<
FresnelSin_027/op
FresnelSinFresnelSin_027/in0*
T0
;
FresnelSin_027/out0IdentityFresnelSin_027/op*
T0
=
FresnelSin_028/in0Placeholder*
dtype0*
shape:
<
FresnelSin_028/op
FresnelSinFresnelSin_028/in0*
T0
;
FresnelSin_028/out0IdentityFresnelSin_028/op*
T0
=
FresnelSin_029/in0Placeholder*
dtype0*
shape:
<
FresnelSin_029/op
FresnelSinFresnelSin_029/in0*
T0
;
FresnelSin_029/out0IdentityFresnelSin_029/op*
T0
=
FresnelSin_030/in0Placeholder*
dtype0*
shape:
<
FresnelSin_030/op
FresnelSinFresnelSin_030/in0*
T0
;
FresnelSin_030/out0IdentityFresnelSin_030/op*
T0
=
FresnelSin_031/in0Placeholder*
dtype0*
shape:
<
FresnelSin_031/op
FresnelSinFresnelSin_031/in0*
T0
;
FresnelSin_031/out0IdentityFresnelSin_031/op*
T0
=
FresnelSin_032/in0Placeholder*
dtype0*
shape:
<
FresnelSin_032/op
FresnelSinFresnelSin_032/in0*
T0
;
FresnelSin_032/out0IdentityFresnelSin_032/op*
T0
=
FresnelSin_033/in0Placeholder*
dtype0*
shape:
<
FresnelSin_033/op
FresnelSinFresnelSin_033/in0*
T0
;
FresnelSin_033/out0IdentityFresnelSin_033/op*
T0
=
FresnelSin_034/in0Placeholder*
dtype0*
shape:
<
FresnelSin_034/op
FresnelSinFresnelSin_034/in0*
T0
;
FresnelSin_034/out0IdentityFresnelSin_034/op*
T0
=
FresnelSin_035/in0Placeholder*
dtype0*
shape:
<
FresnelSin_035/op
FresnelSinFresnelSin_035/in0*
T0
;
FresnelSin_035/out0IdentityFresnelSin_035/op*
T0
=
FresnelSin_036/in0Placeholder*
dtype0*
shape:
<
FresnelSin_036/op
FresnelSinFresnelSin_036/in0*
T0
;
FresnelSin_036/out0IdentityFresnelSin_036/op*
T0
=
FresnelSin_037/in0Placeholder*
dtype0*
shape:
<
FresnelSin_037/op
FresnelSinFresnelSin_037/in0*
T0
;
FresnelSin_037/out0IdentityFresnelSin_037/op*
T0
=
FresnelSin_038/in0Placeholder*
dtype0*
shape:
<
FresnelSin_038/op
FresnelSinFresnelSin_038/in0*
T0
;
FresnelSin_038/out0IdentityFresnelSin_038/op*
T0
=
FresnelSin_039/in0Placeholder*
dtype0*
shape:
<
FresnelSin_039/op
FresnelSinFresnelSin_039/in0*
T0
;
FresnelSin_039/out0IdentityFresnelSin_039/op*
T0
=
FresnelSin_040/in0Placeholder*
dtype0*
shape:
<
FresnelSin_040/op
FresnelSinFresnelSin_040/in0*
T0
;
FresnelSin_040/out0IdentityFresnelSin_040/op*
T0
=
FresnelSin_041/in0Placeholder*
dtype0*
shape:
<
FresnelSin_041/op
FresnelSinFresnelSin_041/in0*
T0
;
FresnelSin_041/out0IdentityFresnelSin_041/op*
T0
=
FresnelSin_042/in0Placeholder*
dtype0*
shape:
<
FresnelSin_042/op
FresnelSinFresnelSin_042/in0*
T0
;
FresnelSin_042/out0IdentityFresnelSin_042/op*
T0
=
FresnelSin_043/in0Placeholder*
dtype0*
shape:
<
FresnelSin_043/op
FresnelSinFresnelSin_043/in0*
T0
;
FresnelSin_043/out0IdentityFresnelSin_043/op*
T0
=
FresnelSin_044/in0Placeholder*
dtype0*
shape:
<
FresnelSin_044/op
FresnelSinFresnelSin_044/in0*
T0
;
FresnelSin_044/out0IdentityFresnelSin_044/op*
T0
=
FresnelSin_045/in0Placeholder*
dtype0*
shape:
<
FresnelSin_045/op
FresnelSinFresnelSin_045/in0*
T0
;
FresnelSin_045/out0IdentityFresnelSin_045/op*
T0
=
FresnelSin_046/in0Placeholder*
dtype0*
shape:
<
FresnelSin_046/op
FresnelSinFresnelSin_046/in0*
T0
;
FresnelSin_046/out0IdentityFresnelSin_046/op*
T0
=
FresnelSin_047/in0Placeholder*
dtype0*
shape:
<
FresnelSin_047/op
FresnelSinFresnelSin_047/in0*
T0
;
FresnelSin_047/out0IdentityFresnelSin_047/op*
T0
=
FresnelSin_048/in0Placeholder*
dtype0*
shape:
<
FresnelSin_048/op
FresnelSinFresnelSin_048/in0*
T0
;
FresnelSin_048/out0IdentityFresnelSin_048/op*
T0
=
FresnelSin_049/in0Placeholder*
dtype0*
shape:
<
FresnelSin_049/op
FresnelSinFresnelSin_049/in0*
T0
;
FresnelSin_049/out0IdentityFresnelSin_049/op*
T0
=
FresnelSin_050/in0Placeholder*
dtype0*
shape:
<
FresnelSin_050/op
FresnelSinFresnelSin_050/in0*
T0
;
FresnelSin_050/out0IdentityFresnelSin_050/op*
T0
=
FresnelSin_051/in0Placeholder*
dtype0*
shape:
<
FresnelSin_051/op
FresnelSinFresnelSin_051/in0*
T0
;
FresnelSin_051/out0IdentityFresnelSin_051/op*
T0
=
FresnelSin_052/in0Placeholder*
dtype0*
shape:
<
FresnelSin_052/op
FresnelSinFresnelSin_052/in0*
T0
;
FresnelSin_052/out0IdentityFresnelSin_052/op*
T0
=
FresnelSin_053/in0Placeholder*
dtype0*
shape:
<
FresnelSin_053/op
FresnelSinFresnelSin_053/in0*
T0
;
FresnelSin_053/out0IdentityFresnelSin_053/op*
T0
=
FresnelSin_054/in0Placeholder*
dtype0*
shape:
<
FresnelSin_054/op
FresnelSinFresnelSin_054/in0*
T0
;
FresnelSin_054/out0IdentityFresnelSin_054/op*
T0
=
FresnelSin_055/in0Placeholder*
dtype0*
shape:
<
FresnelSin_055/op
FresnelSinFresnelSin_055/in0*
T0
;
FresnelSin_055/out0IdentityFresnelSin_055/op*
T0
=
FresnelSin_056/in0Placeholder*
dtype0*
shape:
<
FresnelSin_056/op
FresnelSinFresnelSin_056/in0*
T0
;
FresnelSin_056/out0IdentityFresnelSin_056/op*
T0
=
FresnelSin_057/in0Placeholder*
dtype0*
shape:
<
FresnelSin_057/op
FresnelSinFresnelSin_057/in0*
T0
;
FresnelSin_057/out0IdentityFresnelSin_057/op*
T0
=
FresnelSin_058/in0Placeholder*
dtype0*
shape:
<
FresnelSin_058/op
FresnelSinFresnelSin_058/in0*
T0
;
FresnelSin_058/out0IdentityFresnelSin_058/op*
T0
=
FresnelSin_059/in0Placeholder*
dtype0*
shape:
<
FresnelSin_059/op
FresnelSinFresnelSin_059/in0*
T0
;
FresnelSin_059/out0IdentityFresnelSin_059/op*
T0
=
FresnelSin_060/in0Placeholder*
dtype0*
shape:
<
FresnelSin_060/op
FresnelSinFresnelSin_060/in0*
T0
;
FresnelSin_060/out0IdentityFresnelSin_060/op*
T0
=
FresnelSin_061/in0Placeholder*
dtype0*
shape:
<
FresnelSin_061/op
FresnelSinFresnelSin_061/in0*
T0
;
FresnelSin_061/out0IdentityFresnelSin_061/op*
T0
=
FresnelSin_062/in0Placeholder*
dtype0*
shape:
<
FresnelSin_062/op
FresnelSinFresnelSin_062/in0*
T0
;
FresnelSin_062/out0IdentityFresnelSin_062/op*
T0
=
FresnelSin_063/in0Placeholder*
dtype0*
shape:
<
FresnelSin_063/op
FresnelSinFresnelSin_063/in0*
T0
;
FresnelSin_063/out0IdentityFresnelSin_063/op*
T0
=
FresnelSin_064/in0Placeholder*
dtype0*
shape:
<
FresnelSin_064/op
FresnelSinFresnelSin_064/in0*
T0
;
FresnelSin_064/out0IdentityFresnelSin_064/op*
T0
=
FresnelSin_065/in0Placeholder*
dtype0*
shape:
<
FresnelSin_065/op
FresnelSinFresnelSin_065/in0*
T0
;
FresnelSin_065/out0IdentityFresnelSin_065/op*
T0
=
FresnelSin_066/in0Placeholder*
dtype0*
shape:
<
FresnelSin_066/op
FresnelSinFresnelSin_066/in0*
T0
;
FresnelSin_066/out0IdentityFresnelSin_066/op*
T0
=
FresnelSin_067/in0Placeholder*
dtype0*
shape:
<
FresnelSin_067/op
FresnelSinFresnelSin_067/in0*
T0
;
FresnelSin_067/out0IdentityFresnelSin_067/op*
T0
=
FresnelSin_068/in0Placeholder*
dtype0*
shape:
<
FresnelSin_068/op
FresnelSinFresnelSin_068/in0*
T0
;
FresnelSin_068/out0IdentityFresnelSin_068/op*
T0
=
FresnelSin_069/in0Placeholder*
dtype0*
shape:
<
FresnelSin_069/op
FresnelSinFresnelSin_069/in0*
T0
;
FresnelSin_069/out0IdentityFresnelSin_069/op*
T0
=
FresnelSin_070/in0Placeholder*
dtype0*
shape:
<
FresnelSin_070/op
FresnelSinFresnelSin_070/in0*
T0
;
FresnelSin_070/out0IdentityFresnelSin_070/op*
T0
=
FresnelSin_071/in0Placeholder*
dtype0*
shape:
<
FresnelSin_071/op
FresnelSinFresnelSin_071/in0*
T0
;
FresnelSin_071/out0IdentityFresnelSin_071/op*
T0
=
FresnelSin_072/in0Placeholder*
dtype0*
shape:
<
FresnelSin_072/op
FresnelSinFresnelSin_072/in0*
T0
;
FresnelSin_072/out0IdentityFresnelSin_072/op*
T0
=
FresnelSin_073/in0Placeholder*
dtype0*
shape:
<
FresnelSin_073/op
FresnelSinFresnelSin_073/in0*
T0
;
FresnelSin_073/out0IdentityFresnelSin_073/op*
T0
=
FresnelSin_074/in0Placeholder*
dtype0*
shape:
<
FresnelSin_074/op
FresnelSinFresnelSin_074/in0*
T0
;
FresnelSin_074/out0IdentityFresnelSin_074/op*
T0
=
FresnelSin_075/in0Placeholder*
dtype0*
shape:
<
FresnelSin_075/op
FresnelSinFresnelSin_075/in0*
T0
;
FresnelSin_075/out0IdentityFresnelSin_075/op*
T0
=
FresnelSin_076/in0Placeholder*
dtype0*
shape:
<
FresnelSin_076/op
FresnelSinFresnelSin_076/in0*
T0
;
FresnelSin_076/out0IdentityFresnelSin_076/op*
T0
=
FresnelSin_077/in0Placeholder*
dtype0*
shape:
<
FresnelSin_077/op
FresnelSinFresnelSin_077/in0*
T0
;
FresnelSin_077/out0IdentityFresnelSin_077/op*
T0
=
FresnelSin_078/in0Placeholder*
dtype0*
shape:
<
FresnelSin_078/op
FresnelSinFresnelSin_078/in0*
T0
;
FresnelSin_078/out0IdentityFresnelSin_078/op*
T0
=
FresnelSin_079/in0Placeholder*
dtype0*
shape:
<
FresnelSin_079/op
FresnelSinFresnelSin_079/in0*
T0
;
FresnelSin_079/out0IdentityFresnelSin_079/op*
T0
=
FresnelSin_080/in0Placeholder*
dtype0*
shape:
<
FresnelSin_080/op
FresnelSinFresnelSin_080/in0*
T0
;
FresnelSin_080/out0IdentityFresnelSin_080/op*
T0
=
FresnelSin_081/in0Placeholder*
dtype0*
shape:
<
FresnelSin_081/op
FresnelSinFresnelSin_081/in0*
T0
;
FresnelSin_081/out0IdentityFresnelSin_081/op*
T0
=
FresnelSin_082/in0Placeholder*
dtype0*
shape:
<
FresnelSin_082/op
FresnelSinFresnelSin_082/in0*
T0
;
FresnelSin_082/out0IdentityFresnelSin_082/op*
T0
=
FresnelSin_083/in0Placeholder*
dtype0*
shape:
<
FresnelSin_083/op
FresnelSinFresnelSin_083/in0*
T0
;
FresnelSin_083/out0IdentityFresnelSin_083/op*
T0
=
FresnelSin_084/in0Placeholder*
dtype0*
shape:
<
FresnelSin_084/op
FresnelSinFresnelSin_084/in0*
T0
;
FresnelSin_084/out0IdentityFresnelSin_084/op*
T0
=
FresnelSin_085/in0Placeholder*
dtype0*
shape:
<
FresnelSin_085/op
FresnelSinFresnelSin_085/in0*
T0
;
FresnelSin_085/out0IdentityFresnelSin_085/op*
T0
=
FresnelSin_086/in0Placeholder*
dtype0*
shape:
<
FresnelSin_086/op
FresnelSinFresnelSin_086/in0*
T0
;
FresnelSin_086/out0IdentityFresnelSin_086/op*
T0
=
FresnelSin_087/in0Placeholder*
dtype0*
shape:
<
FresnelSin_087/op
FresnelSinFresnelSin_087/in0*
T0
;
FresnelSin_087/out0IdentityFresnelSin_087/op*
T0
=
FresnelSin_088/in0Placeholder*
dtype0*
shape:
<
FresnelSin_088/op
FresnelSinFresnelSin_088/in0*
T0
;
FresnelSin_088/out0IdentityFresnelSin_088/op*
T0
=
FresnelSin_089/in0Placeholder*
dtype0*
shape:
<
FresnelSin_089/op
FresnelSinFresnelSin_089/in0*
T0
;
FresnelSin_089/out0IdentityFresnelSin_089/op*
T0
=
FresnelSin_090/in0Placeholder*
dtype0*
shape:
<
FresnelSin_090/op
FresnelSinFresnelSin_090/in0*
T0
;
FresnelSin_090/out0IdentityFresnelSin_090/op*
T0
=
FresnelSin_091/in0Placeholder*
dtype0*
shape:
<
FresnelSin_091/op
FresnelSinFresnelSin_091/in0*
T0
;
FresnelSin_091/out0IdentityFresnelSin_091/op*
T0
=
FresnelSin_092/in0Placeholder*
dtype0*
shape:
<
FresnelSin_092/op
FresnelSinFresnelSin_092/in0*
T0
;
FresnelSin_092/out0IdentityFresnelSin_092/op*
T0
=
FresnelSin_093/in0Placeholder*
dtype0*
shape:
<
FresnelSin_093/op
FresnelSinFresnelSin_093/in0*
T0
;
FresnelSin_093/out0IdentityFresnelSin_093/op*
T0
=
FresnelSin_094/in0Placeholder*
dtype0*
shape:
<
FresnelSin_094/op
FresnelSinFresnelSin_094/in0*
T0
;
FresnelSin_094/out0IdentityFresnelSin_094/op*
T0
=
FresnelSin_095/in0Placeholder*
dtype0*
shape:
<
FresnelSin_095/op
FresnelSinFresnelSin_095/in0*
T0
;
FresnelSin_095/out0IdentityFresnelSin_095/op*
T0
=
FresnelSin_096/in0Placeholder*
dtype0*
shape:
<
FresnelSin_096/op
FresnelSinFresnelSin_096/in0*
T0
;
FresnelSin_096/out0IdentityFresnelSin_096/op*
T0
=
FresnelSin_097/in0Placeholder*
dtype0*
shape:
<
FresnelSin_097/op
FresnelSinFresnelSin_097/in0*
T0
;
FresnelSin_097/out0IdentityFresnelSin_097/op*
T0
=
FresnelSin_098/in0Placeholder*
dtype0*
shape:
<
FresnelSin_098/op
FresnelSinFresnelSin_098/in0*
T0
;
FresnelSin_098/out0IdentityFresnelSin_098/op*
T0
=
FresnelSin_099/in0Placeholder*
dtype0*
shape:
<
FresnelSin_099/op
FresnelSinFresnelSin_099/in0*
T0
;
FresnelSin_099/out0IdentityFresnelSin_099/op*
T0
=
FresnelSin_100/in0Placeholder*
dtype0*
shape:
<
FresnelSin_100/op
FresnelSinFresnelSin_100/in0*
T0
;
FresnelSin_100/out0IdentityFresnelSin_100/op*
T0
=
FresnelSin_101/in0Placeholder*
dtype0*
shape:
<
FresnelSin_101/op
FresnelSinFresnelSin_101/in0*
T0
;
FresnelSin_101/out0IdentityFresnelSin_101/op*
T0
=
FresnelSin_102/in0Placeholder*
dtype0*
shape:
<
FresnelSin_102/op
FresnelSinFresnelSin_102/in0*
T0
;
FresnelSin_102/out0IdentityFresnelSin_102/op*
T0
=
FresnelSin_103/in0Placeholder*
dtype0*
shape:
<
FresnelSin_103/op
FresnelSinFresnelSin_103/in0*
T0
;
FresnelSin_103/out0IdentityFresnelSin_103/op*
T0
=
FresnelSin_104/in0Placeholder*
dtype0*
shape:
<
FresnelSin_104/op
FresnelSinFresnelSin_104/in0*
T0
;
FresnelSin_104/out0IdentityFresnelSin_104/op*
T0
=
FresnelSin_105/in0Placeholder*
dtype0*
shape:
<
FresnelSin_105/op
FresnelSinFresnelSin_105/in0*
T0
;
FresnelSin_105/out0IdentityFresnelSin_105/op*
T0
=
FresnelSin_106/in0Placeholder*
dtype0*
shape:
<
FresnelSin_106/op
FresnelSinFresnelSin_106/in0*
T0
;
FresnelSin_106/out0IdentityFresnelSin_106/op*
T0
=
FresnelSin_107/in0Placeholder*
dtype0*
shape:
<
FresnelSin_107/op
FresnelSinFresnelSin_107/in0*
T0
;
FresnelSin_107/out0IdentityFresnelSin_107/op*
T0
=
FresnelSin_108/in0Placeholder*
dtype0*
shape:
<
FresnelSin_108/op
FresnelSinFresnelSin_108/in0*
T0
;
FresnelSin_108/out0IdentityFresnelSin_108/op*
T0
=
FresnelSin_109/in0Placeholder*
dtype0*
shape:
<
FresnelSin_109/op
FresnelSinFresnelSin_109/in0*
T0
;
FresnelSin_109/out0IdentityFresnelSin_109/op*
T0
=
FresnelSin_110/in0Placeholder*
dtype0*
shape:
<
FresnelSin_110/op
FresnelSinFresnelSin_110/in0*
T0
;
FresnelSin_110/out0IdentityFresnelSin_110/op*
T0
=
FresnelSin_111/in0Placeholder*
dtype0*
shape:
<
FresnelSin_111/op
FresnelSinFresnelSin_111/in0*
T0
;
FresnelSin_111/out0IdentityFresnelSin_111/op*
T0
=
FresnelSin_112/in0Placeholder*
dtype0*
shape:
<
FresnelSin_112/op
FresnelSinFresnelSin_112/in0*
T0
;
FresnelSin_112/out0IdentityFresnelSin_112/op*
T0
=
FresnelSin_113/in0Placeholder*
dtype0*
shape:
<
FresnelSin_113/op
FresnelSinFresnelSin_113/in0*
T0
;
FresnelSin_113/out0IdentityFresnelSin_113/op*
T0
=
FresnelSin_114/in0Placeholder*
dtype0*
shape:
<
FresnelSin_114/op
FresnelSinFresnelSin_114/in0*
T0
;
FresnelSin_114/out0IdentityFresnelSin_114/op*
T0
=
FresnelSin_115/in0Placeholder*
dtype0*
shape:
<
FresnelSin_115/op
FresnelSinFresnelSin_115/in0*
T0
;
FresnelSin_115/out0IdentityFresnelSin_115/op*
T0
=
FresnelSin_116/in0Placeholder*
dtype0*
shape:
<
FresnelSin_116/op
FresnelSinFresnelSin_116/in0*
T0
;
FresnelSin_116/out0IdentityFresnelSin_116/op*
T0
=
FresnelSin_117/in0Placeholder*
dtype0*
shape:
<
FresnelSin_117/op
FresnelSinFresnelSin_117/in0*
T0
;
FresnelSin_117/out0IdentityFresnelSin_117/op*
T0
=
FresnelSin_118/in0Placeholder*
dtype0*
shape:
<
FresnelSin_118/op
FresnelSinFresnelSin_118/in0*
T0
;
FresnelSin_118/out0IdentityFresnelSin_118/op*
T0
=
FresnelSin_119/in0Placeholder*
dtype0*
shape:
<
FresnelSin_119/op
FresnelSinFresnelSin_119/in0*
T0
;
FresnelSin_119/out0IdentityFresnelSin_119/op*
T0
=
FresnelSin_120/in0Placeholder*
dtype0*
shape:
<
FresnelSin_120/op
FresnelSinFresnelSin_120/in0*
T0
;
FresnelSin_120/out0IdentityFresnelSin_120/op*
T0
=
FresnelSin_121/in0Placeholder*
dtype0*
shape:
<
FresnelSin_121/op
FresnelSinFresnelSin_121/in0*
T0
;
FresnelSin_121/out0IdentityFresnelSin_121/op*
T0
=
FresnelSin_122/in0Placeholder*
dtype0*
shape:
<
FresnelSin_122/op
FresnelSinFresnelSin_122/in0*
T0
;
FresnelSin_122/out0IdentityFresnelSin_122/op*
T0
=
FresnelSin_123/in0Placeholder*
dtype0*
shape:
<
FresnelSin_123/op
FresnelSinFresnelSin_123/in0*
T0
;
FresnelSin_123/out0IdentityFresnelSin_123/op*
T0
=
FresnelSin_124/in0Placeholder*
dtype0*
shape:
<
FresnelSin_124/op
FresnelSinFresnelSin_124/in0*
T0
;
FresnelSin_124/out0IdentityFresnelSin_124/op*
T0
=
FresnelSin_125/in0Placeholder*
dtype0*
shape:
<
FresnelSin_125/op
FresnelSinFresnelSin_125/in0*
T0
;
FresnelSin_125/out0IdentityFresnelSin_125/op*
T0
=
FresnelSin_126/in0Placeholder*
dtype0*
shape:
<
FresnelSin_126/op
FresnelSinFresnelSin_126/in0*
T0
;
FresnelSin_126/out0IdentityFresnelSin_126/op*
T0
=
FresnelSin_127/in0Placeholder*
dtype0*
shape:
<
FresnelSin_127/op
FresnelSinFresnelSin_127/in0*
T0
;
FresnelSin_127/out0IdentityFresnelSin_127/op*
T0
=
FresnelSin_128/in0Placeholder*
dtype0*
shape:
<
FresnelSin_128/op
FresnelSinFresnelSin_128/in0*
T0
;
FresnelSin_128/out0IdentityFresnelSin_128/op*
T0
=
FresnelSin_129/in0Placeholder*
dtype0*
shape:
<
FresnelSin_129/op
FresnelSinFresnelSin_129/in0*
T0
;
FresnelSin_129/out0IdentityFresnelSin_129/op*
T0
=
FresnelSin_130/in0Placeholder*
dtype0*
shape:
<
FresnelSin_130/op
FresnelSinFresnelSin_130/in0*
T0
;
FresnelSin_130/out0IdentityFresnelSin_130/op*
T0
=
FresnelSin_131/in0Placeholder*
dtype0*
shape:
<
FresnelSin_131/op
FresnelSinFresnelSin_131/in0*
T0
;
FresnelSin_131/out0IdentityFresnelSin_131/op*
T0
=
FresnelSin_132/in0Placeholder*
dtype0*
shape:
<
FresnelSin_132/op
FresnelSinFresnelSin_132/in0*
T0
;
FresnelSin_132/out0IdentityFresnelSin_132/op*
T0
=
FresnelSin_133/in0Placeholder*
dtype0*
shape:
<
FresnelSin_133/op
FresnelSinFresnelSin_133/in0*
T0
;
FresnelSin_133/out0IdentityFresnelSin_133/op*
T0
=
FresnelSin_134/in0Placeholder*
dtype0*
shape:
<
FresnelSin_134/op
FresnelSinFresnelSin_134/in0*
T0
;
FresnelSin_134/out0IdentityFresnelSin_134/op*
T0
=
FresnelSin_135/in0Placeholder*
dtype0*
shape:
<
FresnelSin_135/op
FresnelSinFresnelSin_135/in0*
T0
;
FresnelSin_135/out0IdentityFresnelSin_135/op*
T0
=
FresnelSin_136/in0Placeholder*
dtype0*
shape:
<
FresnelSin_136/op
FresnelSinFresnelSin_136/in0*
T0
;
FresnelSin_136/out0IdentityFresnelSin_136/op*
T0
=
FresnelSin_137/in0Placeholder*
dtype0*
shape:
<
FresnelSin_137/op
FresnelSinFresnelSin_137/in0*
T0
;
FresnelSin_137/out0IdentityFresnelSin_137/op*
T0
=
FresnelSin_138/in0Placeholder*
dtype0*
shape:
<
FresnelSin_138/op
FresnelSinFresnelSin_138/in0*
T0
;
FresnelSin_138/out0IdentityFresnelSin_138/op*
T0
=
FresnelSin_139/in0Placeholder*
dtype0*
shape:
<
FresnelSin_139/op
FresnelSinFresnelSin_139/in0*
T0
;
FresnelSin_139/out0IdentityFresnelSin_139/op*
T0
=
FresnelSin_140/in0Placeholder*
dtype0*
shape:
<
FresnelSin_140/op
FresnelSinFresnelSin_140/in0*
T0
;
FresnelSin_140/out0IdentityFresnelSin_140/op*
T0
=
FresnelSin_141/in0Placeholder*
dtype0*
shape:
<
FresnelSin_141/op
FresnelSinFresnelSin_141/in0*
T0
;
FresnelSin_141/out0IdentityFresnelSin_141/op*
T0
=
FresnelSin_142/in0Placeholder*
dtype0*
shape:
<
FresnelSin_142/op
FresnelSinFresnelSin_142/in0*
T0
;
FresnelSin_142/out0IdentityFresnelSin_142/op*
T0
=
FresnelSin_143/in0Placeholder*
dtype0*
shape:
<
FresnelSin_143/op
FresnelSinFresnelSin_143/in0*
T0
;
FresnelSin_143/out0IdentityFresnelSin_143/op*
T0
=
FresnelSin_144/in0Placeholder*
dtype0*
shape:
<
FresnelSin_144/op
FresnelSinFresnelSin_144/in0*
T0
;
FresnelSin_144/out0IdentityFresnelSin_144/op*
T0
=
FresnelSin_145/in0Placeholder*
dtype0*
shape:
<
FresnelSin_145/op
FresnelSinFresnelSin_145/in0*
T0
;
FresnelSin_145/out0IdentityFresnelSin_145/op*
T0
=
FresnelSin_146/in0Placeholder*
dtype0*
shape:
<
FresnelSin_146/op
FresnelSinFresnelSin_146/in0*
T0
;
FresnelSin_146/out0IdentityFresnelSin_146/op*
T0
=
FresnelSin_147/in0Placeholder*
dtype0*
shape:
<
FresnelSin_147/op
FresnelSinFresnelSin_147/in0*
T0
;
FresnelSin_147/out0IdentityFresnelSin_147/op*
T0
=
FresnelSin_148/in0Placeholder*
dtype0*
shape:
<
FresnelSin_148/op
FresnelSinFresnelSin_148/in0*
T0
;
FresnelSin_148/out0IdentityFresnelSin_148/op*
T0
=
FresnelCos_000/in0Placeholder*
dtype0*
shape:
<
FresnelCos_000/op
FresnelCosFresnelCos_000/in0*
T0
;
FresnelCos_000/out0IdentityFresnelCos_000/op*
T0
=
FresnelCos_001/in0Placeholder*
dtype0*
shape:
<
FresnelCos_001/op
FresnelCosFresnelCos_001/in0*
T0
;
FresnelCos_001/out0IdentityFresnelCos_001/op*
T0
=
FresnelCos_002/in0Placeholder*
dtype0*
shape:
<
FresnelCos_002/op
FresnelCosFresnelCos_002/in0*
T0
;
FresnelCos_002/out0IdentityFresnelCos_002/op*
T0
=
FresnelCos_003/in0Placeholder*
dtype0*
shape:
<
FresnelCos_003/op
FresnelCosFresnelCos_003/in0*
T0
;
FresnelCos_003/out0IdentityFresnelCos_003/op*
T0
=
FresnelCos_004/in0Placeholder*
dtype0*
shape:
<
FresnelCos_004/op
FresnelCosFresnelCos_004/in0*
T0
;
FresnelCos_004/out0IdentityFresnelCos_004/op*
T0
=
FresnelCos_005/in0Placeholder*
dtype0*
shape:
<
FresnelCos_005/op
FresnelCosFresnelCos_005/in0*
T0
;
FresnelCos_005/out0IdentityFresnelCos_005/op*
T0
=
FresnelCos_006/in0Placeholder*
dtype0*
shape:
<
FresnelCos_006/op
FresnelCosFresnelCos_006/in0*
T0
;
FresnelCos_006/out0IdentityFresnelCos_006/op*
T0
=
FresnelCos_007/in0Placeholder*
dtype0*
shape:
<
FresnelCos_007/op
FresnelCosFresnelCos_007/in0*
T0
;
FresnelCos_007/out0IdentityFresnelCos_007/op*
T0
=
FresnelCos_008/in0Placeholder*
dtype0*
shape:
<
FresnelCos_008/op
FresnelCosFresnelCos_008/in0*
T0
;
FresnelCos_008/out0IdentityFresnelCos_008/op*
T0
=
FresnelCos_009/in0Placeholder*
dtype0*
shape:
<
FresnelCos_009/op
FresnelCosFresnelCos_009/in0*
T0
;
FresnelCos_009/out0IdentityFresnelCos_009/op*
T0
=
FresnelCos_010/in0Placeholder*
dtype0*
shape:
<
FresnelCos_010/op
FresnelCosFresnelCos_010/in0*
T0
;
FresnelCos_010/out0IdentityFresnelCos_010/op*
T0
=
FresnelCos_011/in0Placeholder*
dtype0*
shape:
<
FresnelCos_011/op
FresnelCosFresnelCos_011/in0*
T0
;
FresnelCos_011/out0IdentityFresnelCos_011/op*
T0
=
FresnelCos_012/in0Placeholder*
dtype0*
shape:
<
FresnelCos_012/op
FresnelCosFresnelCos_012/in0*
T0
;
FresnelCos_012/out0IdentityFresnelCos_012/op*
T0
=
FresnelCos_013/in0Placeholder*
dtype0*
shape:
<
FresnelCos_013/op
FresnelCosFresnelCos_013/in0*
T0
;
FresnelCos_013/out0IdentityFresnelCos_013/op*
T0
=
FresnelCos_014/in0Placeholder*
dtype0*
shape:
<
FresnelCos_014/op
FresnelCosFresnelCos_014/in0*
T0
;
FresnelCos_014/out0IdentityFresnelCos_014/op*
T0
=
FresnelCos_015/in0Placeholder*
dtype0*
shape:
<
FresnelCos_015/op
FresnelCosFresnelCos_015/in0*
T0
;
FresnelCos_015/out0IdentityFresnelCos_015/op*
T0
=
FresnelCos_016/in0Placeholder*
dtype0*
shape:
<
FresnelCos_016/op
FresnelCosFresnelCos_016/in0*
T0
;
FresnelCos_016/out0IdentityFresnelCos_016/op*
T0
=
FresnelCos_017/in0Placeholder*
dtype0*
shape:
<
FresnelCos_017/op
FresnelCosFresnelCos_017/in0*
T0
;
FresnelCos_017/out0IdentityFresnelCos_017/op*
T0
=
FresnelCos_018/in0Placeholder*
dtype0*
shape:
<
FresnelCos_018/op
FresnelCosFresnelCos_018/in0*
T0
;
FresnelCos_018/out0IdentityFresnelCos_018/op*
T0
=
FresnelCos_019/in0Placeholder*
dtype0*
shape:
<
FresnelCos_019/op
FresnelCosFresnelCos_019/in0*
T0
;
FresnelCos_019/out0IdentityFresnelCos_019/op*
T0
=
FresnelCos_020/in0Placeholder*
dtype0*
shape:
<
FresnelCos_020/op
FresnelCosFresnelCos_020/in0*
T0
;
FresnelCos_020/out0IdentityFresnelCos_020/op*
T0
=
FresnelCos_021/in0Placeholder*
dtype0*
shape:
<
FresnelCos_021/op
FresnelCosFresnelCos_021/in0*
T0
;
FresnelCos_021/out0IdentityFresnelCos_021/op*
T0
=
FresnelCos_022/in0Placeholder*
dtype0*
shape:
<
FresnelCos_022/op
FresnelCosFresnelCos_022/in0*
T0
;
FresnelCos_022/out0IdentityFresnelCos_022/op*
T0
=
FresnelCos_023/in0Placeholder*
dtype0*
shape:
<
FresnelCos_023/op
FresnelCosFresnelCos_023/in0*
T0
;
FresnelCos_023/out0IdentityFresnelCos_023/op*
T0
=
FresnelCos_024/in0Placeholder*
dtype0*
shape:
<
FresnelCos_024/op
FresnelCosFresnelCos_024/in0*
T0
;
FresnelCos_024/out0IdentityFresnelCos_024/op*
T0
=
FresnelCos_025/in0Placeholder*
dtype0*
shape:
<
FresnelCos_025/op
FresnelCosFresnelCos_025/in0*
T0
;
FresnelCos_025/out0IdentityFresnelCos_025/op*
T0
=
FresnelCos_026/in0Placeholder*
dtype0*
shape:
<
FresnelCos_026/op
FresnelCosFresnelCos_026/in0*
T0
;
FresnelCos_026/out0IdentityFresnelCos_026/op*
T0
=
FresnelCos_027/in0Placeholder*
dtype0*
shape:
<
FresnelCos_027/op
FresnelCosFresnelCos_027/in0*
T0
;
FresnelCos_027/out0IdentityFresnelCos_027/op*
T0
=
FresnelCos_028/in0Placeholder*
dtype0*
shape:
<
FresnelCos_028/op
FresnelCosFresnelCos_028/in0*
T0
;
FresnelCos_028/out0IdentityFresnelCos_028/op*
T0
=
FresnelCos_029/in0Placeholder*
dtype0*
shape:
<
FresnelCos_029/op
FresnelCosFresnelCos_029/in0*
T0
;
FresnelCos_029/out0IdentityFresnelCos_029/op*
T0
=
FresnelCos_030/in0Placeholder*
dtype0*
shape:
<
FresnelCos_030/op
FresnelCosFresnelCos_030/in0*
T0
;
FresnelCos_030/out0IdentityFresnelCos_030/op*
T0
=
FresnelCos_031/in0Placeholder*
dtype0*
shape:
<
FresnelCos_031/op
FresnelCosFresnelCos_031/in0*
T0
;
FresnelCos_031/out0IdentityFresnelCos_031/op*
T0
=
FresnelCos_032/in0Placeholder*
dtype0*
shape:
<
FresnelCos_032/op
FresnelCosFresnelCos_032/in0*
T0
;
FresnelCos_032/out0IdentityFresnelCos_032/op*
T0
=
FresnelCos_033/in0Placeholder*
dtype0*
shape:
<
FresnelCos_033/op
FresnelCosFresnelCos_033/in0*
T0
;
FresnelCos_033/out0IdentityFresnelCos_033/op*
T0
=
FresnelCos_034/in0Placeholder*
dtype0*
shape:
<
FresnelCos_034/op
FresnelCosFresnelCos_034/in0*
T0
;
FresnelCos_034/out0IdentityFresnelCos_034/op*
T0
=
FresnelCos_035/in0Placeholder*
dtype0*
shape:
<
FresnelCos_035/op
FresnelCosFresnelCos_035/in0*
T0
;
FresnelCos_035/out0IdentityFresnelCos_035/op*
T0
=
FresnelCos_036/in0Placeholder*
dtype0*
shape:
<
FresnelCos_036/op
FresnelCosFresnelCos_036/in0*
T0
;
FresnelCos_036/out0IdentityFresnelCos_036/op*
T0
=
FresnelCos_037/in0Placeholder*
dtype0*
shape:
<
FresnelCos_037/op
FresnelCosFresnelCos_037/in0*
T0
;
FresnelCos_037/out0IdentityFresnelCos_037/op*
T0
=
FresnelCos_038/in0Placeholder*
dtype0*
shape:
<
FresnelCos_038/op
FresnelCosFresnelCos_038/in0*
T0
;
FresnelCos_038/out0IdentityFresnelCos_038/op*
T0
=
FresnelCos_039/in0Placeholder*
dtype0*
shape:
<
FresnelCos_039/op
FresnelCosFresnelCos_039/in0*
T0
;
FresnelCos_039/out0IdentityFresnelCos_039/op*
T0
=
FresnelCos_040/in0Placeholder*
dtype0*
shape:
<
FresnelCos_040/op
FresnelCosFresnelCos_040/in0*
T0
;
FresnelCos_040/out0IdentityFresnelCos_040/op*
T0
=
FresnelCos_041/in0Placeholder*
dtype0*
shape:
<
FresnelCos_041/op
FresnelCosFresnelCos_041/in0*
T0
;
FresnelCos_041/out0IdentityFresnelCos_041/op*
T0
=
FresnelCos_042/in0Placeholder*
dtype0*
shape:
<
FresnelCos_042/op
FresnelCosFresnelCos_042/in0*
T0
;
FresnelCos_042/out0IdentityFresnelCos_042/op*
T0
=
FresnelCos_043/in0Placeholder*
dtype0*
shape:
<
FresnelCos_043/op
FresnelCosFresnelCos_043/in0*
T0
;
FresnelCos_043/out0IdentityFresnelCos_043/op*
T0
=
FresnelCos_044/in0Placeholder*
dtype0*
shape:
<
FresnelCos_044/op
FresnelCosFresnelCos_044/in0*
T0
;
FresnelCos_044/out0IdentityFresnelCos_044/op*
T0
=
FresnelCos_045/in0Placeholder*
dtype0*
shape:
<
FresnelCos_045/op
FresnelCosFresnelCos_045/in0*
T0
;
FresnelCos_045/out0IdentityFresnelCos_045/op*
T0
=
FresnelCos_046/in0Placeholder*
dtype0*
shape:
<
FresnelCos_046/op
FresnelCosFresnelCos_046/in0*
T0
;
FresnelCos_046/out0IdentityFresnelCos_046/op*
T0
=
FresnelCos_047/in0Placeholder*
dtype0*
shape:
<
FresnelCos_047/op
FresnelCosFresnelCos_047/in0*
T0
;
FresnelCos_047/out0IdentityFresnelCos_047/op*
T0
=
FresnelCos_048/in0Placeholder*
dtype0*
shape:
<
FresnelCos_048/op
FresnelCosFresnelCos_048/in0*
T0
;
FresnelCos_048/out0IdentityFresnelCos_048/op*
T0
=
FresnelCos_049/in0Placeholder*
dtype0*
shape:
<
FresnelCos_049/op
FresnelCosFresnelCos_049/in0*
T0
;
FresnelCos_049/out0IdentityFresnelCos_049/op*
T0
=
FresnelCos_050/in0Placeholder*
dtype0*
shape:
<
FresnelCos_050/op
FresnelCosFresnelCos_050/in0*
T0
;
FresnelCos_050/out0IdentityFresnelCos_050/op*
T0
=
FresnelCos_051/in0Placeholder*
dtype0*
shape:
<
FresnelCos_051/op
FresnelCosFresnelCos_051/in0*
T0
;
FresnelCos_051/out0IdentityFresnelCos_051/op*
T0
=
FresnelCos_052/in0Placeholder*
dtype0*
shape:
<
FresnelCos_052/op
FresnelCosFresnelCos_052/in0*
T0
;
FresnelCos_052/out0IdentityFresnelCos_052/op*
T0
=
FresnelCos_053/in0Placeholder*
dtype0*
shape:
<
FresnelCos_053/op
FresnelCosFresnelCos_053/in0*
T0
;
FresnelCos_053/out0IdentityFresnelCos_053/op*
T0
=
FresnelCos_054/in0Placeholder*
dtype0*
shape:
<
FresnelCos_054/op
FresnelCosFresnelCos_054/in0*
T0
;
FresnelCos_054/out0IdentityFresnelCos_054/op*
T0
=
FresnelCos_055/in0Placeholder*
dtype0*
shape:
<
FresnelCos_055/op
FresnelCosFresnelCos_055/in0*
T0
;
FresnelCos_055/out0IdentityFresnelCos_055/op*
T0
=
FresnelCos_056/in0Placeholder*
dtype0*
shape:
<
FresnelCos_056/op
FresnelCosFresnelCos_056/in0*
T0
;
FresnelCos_056/out0IdentityFresnelCos_056/op*
T0
=
FresnelCos_057/in0Placeholder*
dtype0*
shape:
<
FresnelCos_057/op
FresnelCosFresnelCos_057/in0*
T0
;
FresnelCos_057/out0IdentityFresnelCos_057/op*
T0
=
FresnelCos_058/in0Placeholder*
dtype0*
shape:
<
FresnelCos_058/op
FresnelCosFresnelCos_058/in0*
T0
;
FresnelCos_058/out0IdentityFresnelCos_058/op*
T0
=
FresnelCos_059/in0Placeholder*
dtype0*
shape:
<
FresnelCos_059/op
FresnelCosFresnelCos_059/in0*
T0
;
FresnelCos_059/out0IdentityFresnelCos_059/op*
T0
=
FresnelCos_060/in0Placeholder*
dtype0*
shape:
<
FresnelCos_060/op
FresnelCosFresnelCos_060/in0*
T0
;
FresnelCos_060/out0IdentityFresnelCos_060/op*
T0
=
FresnelCos_061/in0Placeholder*
dtype0*
shape:
<
FresnelCos_061/op
FresnelCosFresnelCos_061/in0*
T0
;
FresnelCos_061/out0IdentityFresnelCos_061/op*
T0
=
FresnelCos_062/in0Placeholder*
dtype0*
shape:
<
FresnelCos_062/op
FresnelCosFresnelCos_062/in0*
T0
;
FresnelCos_062/out0IdentityFresnelCos_062/op*
T0
=
FresnelCos_063/in0Placeholder*
dtype0*
shape:
<
FresnelCos_063/op
FresnelCosFresnelCos_063/in0*
T0
;
FresnelCos_063/out0IdentityFresnelCos_063/op*
T0
=
FresnelCos_064/in0Placeholder*
dtype0*
shape:
<
FresnelCos_064/op
FresnelCosFresnelCos_064/in0*
T0
;
FresnelCos_064/out0IdentityFresnelCos_064/op*
T0
=
FresnelCos_065/in0Placeholder*
dtype0*
shape:
<
FresnelCos_065/op
FresnelCosFresnelCos_065/in0*
T0
;
FresnelCos_065/out0IdentityFresnelCos_065/op*
T0
=
FresnelCos_066/in0Placeholder*
dtype0*
shape:
<
FresnelCos_066/op
FresnelCosFresnelCos_066/in0*
T0
;
FresnelCos_066/out0IdentityFresnelCos_066/op*
T0
=
FresnelCos_067/in0Placeholder*
dtype0*
shape:
<
FresnelCos_067/op
FresnelCosFresnelCos_067/in0*
T0
;
FresnelCos_067/out0IdentityFresnelCos_067/op*
T0
=
FresnelCos_068/in0Placeholder*
dtype0*
shape:
<
FresnelCos_068/op
FresnelCosFresnelCos_068/in0*
T0
;
FresnelCos_068/out0IdentityFresnelCos_068/op*
T0
=
FresnelCos_069/in0Placeholder*
dtype0*
shape:
<
FresnelCos_069/op
FresnelCosFresnelCos_069/in0*
T0
;
FresnelCos_069/out0IdentityFresnelCos_069/op*
T0
=
FresnelCos_070/in0Placeholder*
dtype0*
shape:
<
FresnelCos_070/op
FresnelCosFresnelCos_070/in0*
T0
;
FresnelCos_070/out0IdentityFresnelCos_070/op*
T0
=
FresnelCos_071/in0Placeholder*
dtype0*
shape:
<
FresnelCos_071/op
FresnelCosFresnelCos_071/in0*
T0
;
FresnelCos_071/out0IdentityFresnelCos_071/op*
T0
=
FresnelCos_072/in0Placeholder*
dtype0*
shape:
<
FresnelCos_072/op
FresnelCosFresnelCos_072/in0*
T0
;
FresnelCos_072/out0IdentityFresnelCos_072/op*
T0
=
FresnelCos_073/in0Placeholder*
dtype0*
shape:
<
FresnelCos_073/op
FresnelCosFresnelCos_073/in0*
T0
;
FresnelCos_073/out0IdentityFresnelCos_073/op*
T0
=
FresnelCos_074/in0Placeholder*
dtype0*
shape:
<
FresnelCos_074/op
FresnelCosFresnelCos_074/in0*
T0
;
FresnelCos_074/out0IdentityFresnelCos_074/op*
T0
=
FresnelCos_075/in0Placeholder*
dtype0*
shape:
<
FresnelCos_075/op
FresnelCosFresnelCos_075/in0*
T0
;
FresnelCos_075/out0IdentityFresnelCos_075/op*
T0
=
FresnelCos_076/in0Placeholder*
dtype0*
shape:
<
FresnelCos_076/op
FresnelCosFresnelCos_076/in0*
T0
;
FresnelCos_076/out0IdentityFresnelCos_076/op*
T0
=
FresnelCos_077/in0Placeholder*
dtype0*
shape:
<
FresnelCos_077/op
FresnelCosFresnelCos_077/in0*
T0
;
FresnelCos_077/out0IdentityFresnelCos_077/op*
T0
=
FresnelCos_078/in0Placeholder*
dtype0*
shape:
<
FresnelCos_078/op
FresnelCosFresnelCos_078/in0*
T0
;
FresnelCos_078/out0IdentityFresnelCos_078/op*
T0
=
FresnelCos_079/in0Placeholder*
dtype0*
shape:
<
FresnelCos_079/op
FresnelCosFresnelCos_079/in0*
T0
;
FresnelCos_079/out0IdentityFresnelCos_079/op*
T0
=
FresnelCos_080/in0Placeholder*
dtype0*
shape:
<
FresnelCos_080/op
FresnelCosFresnelCos_080/in0*
T0
;
FresnelCos_080/out0IdentityFresnelCos_080/op*
T0
=
FresnelCos_081/in0Placeholder*
dtype0*
shape:
<
FresnelCos_081/op
FresnelCosFresnelCos_081/in0*
T0
;
FresnelCos_081/out0IdentityFresnelCos_081/op*
T0
=
FresnelCos_082/in0Placeholder*
dtype0*
shape:
<
FresnelCos_082/op
FresnelCosFresnelCos_082/in0*
T0
;
FresnelCos_082/out0IdentityFresnelCos_082/op*
T0
=
FresnelCos_083/in0Placeholder*
dtype0*
shape:
<
FresnelCos_083/op
FresnelCosFresnelCos_083/in0*
T0
;
FresnelCos_083/out0IdentityFresnelCos_083/op*
T0
=
FresnelCos_084/in0Placeholder*
dtype0*
shape:
<
FresnelCos_084/op
FresnelCosFresnelCos_084/in0*
T0
;
FresnelCos_084/out0IdentityFresnelCos_084/op*
T0
=
FresnelCos_085/in0Placeholder*
dtype0*
shape:
<
FresnelCos_085/op
FresnelCosFresnelCos_085/in0*
T0
;
FresnelCos_085/out0IdentityFresnelCos_085/op*
T0
=
FresnelCos_086/in0Placeholder*
dtype0*
shape:
<
FresnelCos_086/op
FresnelCosFresnelCos_086/in0*
T0
;
FresnelCos_086/out0IdentityFresnelCos_086/op*
T0
=
FresnelCos_087/in0Placeholder*
dtype0*
shape:
<
FresnelCos_087/op
FresnelCosFresnelCos_087/in0*
T0
;
FresnelCos_087/out0IdentityFresnelCos_087/op*
T0
=
FresnelCos_088/in0Placeholder*
dtype0*
shape:
<
FresnelCos_088/op
FresnelCosFresnelCos_088/in0*
T0
;
FresnelCos_088/out0IdentityFresnelCos_088/op*
T0
=
FresnelCos_089/in0Placeholder*
dtype0*
shape:
<
FresnelCos_089/op
FresnelCosFresnelCos_089/in0*
T0
;
FresnelCos_089/out0IdentityFresnelCos_089/op*
T0
=
FresnelCos_090/in0Placeholder*
dtype0*
shape:
<
FresnelCos_090/op
FresnelCosFresnelCos_090/in0*
T0
;
FresnelCos_090/out0IdentityFresnelCos_090/op*
T0
=
FresnelCos_091/in0Placeholder*
dtype0*
shape:
<
FresnelCos_091/op
FresnelCosFresnelCos_091/in0*
T0
;
FresnelCos_091/out0IdentityFresnelCos_091/op*
T0
=
FresnelCos_092/in0Placeholder*
dtype0*
shape:
<
FresnelCos_092/op
FresnelCosFresnelCos_092/in0*
T0
;
FresnelCos_092/out0IdentityFresnelCos_092/op*
T0
=
FresnelCos_093/in0Placeholder*
dtype0*
shape:
<
FresnelCos_093/op
FresnelCosFresnelCos_093/in0*
T0
;
FresnelCos_093/out0IdentityFresnelCos_093/op*
T0
=
FresnelCos_094/in0Placeholder*
dtype0*
shape:
<
FresnelCos_094/op
FresnelCosFresnelCos_094/in0*
T0
;
FresnelCos_094/out0IdentityFresnelCos_094/op*
T0
=
FresnelCos_095/in0Placeholder*
dtype0*
shape:
<
FresnelCos_095/op
FresnelCosFresnelCos_095/in0*
T0
;
FresnelCos_095/out0IdentityFresnelCos_095/op*
T0
=
FresnelCos_096/in0Placeholder*
dtype0*
shape:
<
FresnelCos_096/op
FresnelCosFresnelCos_096/in0*
T0
;
FresnelCos_096/out0IdentityFresnelCos_096/op*
T0
=
FresnelCos_097/in0Placeholder*
dtype0*
shape:
<
FresnelCos_097/op
FresnelCosFresnelCos_097/in0*
T0
;
FresnelCos_097/out0IdentityFresnelCos_097/op*
T0
=
FresnelCos_098/in0Placeholder*
dtype0*
shape:
<
FresnelCos_098/op
FresnelCosFresnelCos_098/in0*
T0
;
FresnelCos_098/out0IdentityFresnelCos_098/op*
T0
=
FresnelCos_099/in0Placeholder*
dtype0*
shape:
<
FresnelCos_099/op
FresnelCosFresnelCos_099/in0*
T0
;
FresnelCos_099/out0IdentityFresnelCos_099/op*
T0
=
FresnelCos_100/in0Placeholder*
dtype0*
shape:
<
FresnelCos_100/op
FresnelCosFresnelCos_100/in0*
T0
;
FresnelCos_100/out0IdentityFresnelCos_100/op*
T0
=
FresnelCos_101/in0Placeholder*
dtype0*
shape:
<
FresnelCos_101/op
FresnelCosFresnelCos_101/in0*
T0
;
FresnelCos_101/out0IdentityFresnelCos_101/op*
T0
=
FresnelCos_102/in0Placeholder*
dtype0*
shape:
<
FresnelCos_102/op
FresnelCosFresnelCos_102/in0*
T0
;
FresnelCos_102/out0IdentityFresnelCos_102/op*
T0
=
FresnelCos_103/in0Placeholder*
dtype0*
shape:
<
FresnelCos_103/op
FresnelCosFresnelCos_103/in0*
T0
;
FresnelCos_103/out0IdentityFresnelCos_103/op*
T0
=
FresnelCos_104/in0Placeholder*
dtype0*
shape:
<
FresnelCos_104/op
FresnelCosFresnelCos_104/in0*
T0
;
FresnelCos_104/out0IdentityFresnelCos_104/op*
T0
=
FresnelCos_105/in0Placeholder*
dtype0*
shape:
<
FresnelCos_105/op
FresnelCosFresnelCos_105/in0*
T0
;
FresnelCos_105/out0IdentityFresnelCos_105/op*
T0
=
FresnelCos_106/in0Placeholder*
dtype0*
shape:
<
FresnelCos_106/op
FresnelCosFresnelCos_106/in0*
T0
;
FresnelCos_106/out0IdentityFresnelCos_106/op*
T0
=
FresnelCos_107/in0Placeholder*
dtype0*
shape:
<
FresnelCos_107/op
FresnelCosFresnelCos_107/in0*
T0
;
FresnelCos_107/out0IdentityFresnelCos_107/op*
T0
=
FresnelCos_108/in0Placeholder*
dtype0*
shape:
<
FresnelCos_108/op
FresnelCosFresnelCos_108/in0*
T0
;
FresnelCos_108/out0IdentityFresnelCos_108/op*
T0
=
FresnelCos_109/in0Placeholder*
dtype0*
shape:
<
FresnelCos_109/op
FresnelCosFresnelCos_109/in0*
T0
;
FresnelCos_109/out0IdentityFresnelCos_109/op*
T0
=
FresnelCos_110/in0Placeholder*
dtype0*
shape:
<
FresnelCos_110/op
FresnelCosFresnelCos_110/in0*
T0
;
FresnelCos_110/out0IdentityFresnelCos_110/op*
T0
=
FresnelCos_111/in0Placeholder*
dtype0*
shape:
<
FresnelCos_111/op
FresnelCosFresnelCos_111/in0*
T0
;
FresnelCos_111/out0IdentityFresnelCos_111/op*
T0
=
FresnelCos_112/in0Placeholder*
dtype0*
shape:
<
FresnelCos_112/op
FresnelCosFresnelCos_112/in0*
T0
;
FresnelCos_112/out0IdentityFresnelCos_112/op*
T0
=
FresnelCos_113/in0Placeholder*
dtype0*
shape:
<
FresnelCos_113/op
FresnelCosFresnelCos_113/in0*
T0
;
FresnelCos_113/out0IdentityFresnelCos_113/op*
T0
=
FresnelCos_114/in0Placeholder*
dtype0*
shape:
<
FresnelCos_114/op
FresnelCosFresnelCos_114/in0*
T0
;
FresnelCos_114/out0IdentityFresnelCos_114/op*
T0
=
FresnelCos_115/in0Placeholder*
dtype0*
shape:
<
FresnelCos_115/op
FresnelCosFresnelCos_115/in0*
T0
;
FresnelCos_115/out0IdentityFresnelCos_115/op*
T0
=
FresnelCos_116/in0Placeholder*
dtype0*
shape:
<
FresnelCos_116/op
FresnelCosFresnelCos_116/in0*
T0
;
FresnelCos_116/out0IdentityFresnelCos_116/op*
T0
=
FresnelCos_117/in0Placeholder*
dtype0*
shape:
<
FresnelCos_117/op
FresnelCosFresnelCos_117/in0*
T0
;
FresnelCos_117/out0IdentityFresnelCos_117/op*
T0
=
FresnelCos_118/in0Placeholder*
dtype0*
shape:
<
FresnelCos_118/op
FresnelCosFresnelCos_118/in0*
T0
;
FresnelCos_118/out0IdentityFresnelCos_118/op*
T0
=
FresnelCos_119/in0Placeholder*
dtype0*
shape:
<
FresnelCos_119/op
FresnelCosFresnelCos_119/in0*
T0
;
FresnelCos_119/out0IdentityFresnelCos_119/op*
T0
=
FresnelCos_120/in0Placeholder*
dtype0*
shape:
<
FresnelCos_120/op
FresnelCosFresnelCos_120/in0*
T0
;
FresnelCos_120/out0IdentityFresnelCos_120/op*
T0
=
FresnelCos_121/in0Placeholder*
dtype0*
shape:
<
FresnelCos_121/op
FresnelCosFresnelCos_121/in0*
T0
;
FresnelCos_121/out0IdentityFresnelCos_121/op*
T0
=
FresnelCos_122/in0Placeholder*
dtype0*
shape:
<
FresnelCos_122/op
FresnelCosFresnelCos_122/in0*
T0
;
FresnelCos_122/out0IdentityFresnelCos_122/op*
T0
=
FresnelCos_123/in0Placeholder*
dtype0*
shape:
<
FresnelCos_123/op
FresnelCosFresnelCos_123/in0*
T0
;
FresnelCos_123/out0IdentityFresnelCos_123/op*
T0
=
FresnelCos_124/in0Placeholder*
dtype0*
shape:
<
FresnelCos_124/op
FresnelCosFresnelCos_124/in0*
T0
;
FresnelCos_124/out0IdentityFresnelCos_124/op*
T0
=
FresnelCos_125/in0Placeholder*
dtype0*
shape:
<
FresnelCos_125/op
FresnelCosFresnelCos_125/in0*
T0
;
FresnelCos_125/out0IdentityFresnelCos_125/op*
T0
=
FresnelCos_126/in0Placeholder*
dtype0*
shape:
<
FresnelCos_126/op
FresnelCosFresnelCos_126/in0*
T0
;
FresnelCos_126/out0IdentityFresnelCos_126/op*
T0
=
FresnelCos_127/in0Placeholder*
dtype0*
shape:
<
FresnelCos_127/op
FresnelCosFresnelCos_127/in0*
T0
;
FresnelCos_127/out0IdentityFresnelCos_127/op*
T0
=
FresnelCos_128/in0Placeholder*
dtype0*
shape:
<
FresnelCos_128/op
FresnelCosFresnelCos_128/in0*
T0
;
FresnelCos_128/out0IdentityFresnelCos_128/op*
T0
=
FresnelCos_129/in0Placeholder*
dtype0*
shape:
<
FresnelCos_129/op
FresnelCosFresnelCos_129/in0*
T0
;
FresnelCos_129/out0IdentityFresnelCos_129/op*
T0
=
FresnelCos_130/in0Placeholder*
dtype0*
shape:
<
FresnelCos_130/op
FresnelCosFresnelCos_130/in0*
T0
;
FresnelCos_130/out0IdentityFresnelCos_130/op*
T0
=
FresnelCos_131/in0Placeholder*
dtype0*
shape:
<
FresnelCos_131/op
FresnelCosFresnelCos_131/in0*
T0
;
FresnelCos_131/out0IdentityFresnelCos_131/op*
T0
=
FresnelCos_132/in0Placeholder*
dtype0*
shape:
<
FresnelCos_132/op
FresnelCosFresnelCos_132/in0*
T0
;
FresnelCos_132/out0IdentityFresnelCos_132/op*
T0
=
FresnelCos_133/in0Placeholder*
dtype0*
shape:
<
FresnelCos_133/op
FresnelCosFresnelCos_133/in0*
T0
;
FresnelCos_133/out0IdentityFresnelCos_133/op*
T0
=
FresnelCos_134/in0Placeholder*
dtype0*
shape:
<
FresnelCos_134/op
FresnelCosFresnelCos_134/in0*
T0
;
FresnelCos_134/out0IdentityFresnelCos_134/op*
T0
=
FresnelCos_135/in0Placeholder*
dtype0*
shape:
<
FresnelCos_135/op
FresnelCosFresnelCos_135/in0*
T0
;
FresnelCos_135/out0IdentityFresnelCos_135/op*
T0
=
FresnelCos_136/in0Placeholder*
dtype0*
shape:
<
FresnelCos_136/op
FresnelCosFresnelCos_136/in0*
T0
;
FresnelCos_136/out0IdentityFresnelCos_136/op*
T0
=
FresnelCos_137/in0Placeholder*
dtype0*
shape:
<
FresnelCos_137/op
FresnelCosFresnelCos_137/in0*
T0
;
FresnelCos_137/out0IdentityFresnelCos_137/op*
T0
=
FresnelCos_138/in0Placeholder*
dtype0*
shape:
<
FresnelCos_138/op
FresnelCosFresnelCos_138/in0*
T0
;
FresnelCos_138/out0IdentityFresnelCos_138/op*
T0
=
FresnelCos_139/in0Placeholder*
dtype0*
shape:
<
FresnelCos_139/op
FresnelCosFresnelCos_139/in0*
T0
;
FresnelCos_139/out0IdentityFresnelCos_139/op*
T0
=
FresnelCos_140/in0Placeholder*
dtype0*
shape:
<
FresnelCos_140/op
FresnelCosFresnelCos_140/in0*
T0
;
FresnelCos_140/out0IdentityFresnelCos_140/op*
T0
=
FresnelCos_141/in0Placeholder*
dtype0*
shape:
<
FresnelCos_141/op
FresnelCosFresnelCos_141/in0*
T0
;
FresnelCos_141/out0IdentityFresnelCos_141/op*
T0
=
FresnelCos_142/in0Placeholder*
dtype0*
shape:
<
FresnelCos_142/op
FresnelCosFresnelCos_142/in0*
T0
;
FresnelCos_142/out0IdentityFresnelCos_142/op*
T0
=
FresnelCos_143/in0Placeholder*
dtype0*
shape:
<
FresnelCos_143/op
FresnelCosFresnelCos_143/in0*
T0
;
FresnelCos_143/out0IdentityFresnelCos_143/op*
T0
=
FresnelCos_144/in0Placeholder*
dtype0*
shape:
<
FresnelCos_144/op
FresnelCosFresnelCos_144/in0*
T0
;
FresnelCos_144/out0IdentityFresnelCos_144/op*
T0
=
FresnelCos_145/in0Placeholder*
dtype0*
shape:
<
FresnelCos_145/op
FresnelCosFresnelCos_145/in0*
T0
;
FresnelCos_145/out0IdentityFresnelCos_145/op*
T0
=
FresnelCos_146/in0Placeholder*
dtype0*
shape:
<
FresnelCos_146/op
FresnelCosFresnelCos_146/in0*
T0
;
FresnelCos_146/out0IdentityFresnelCos_146/op*
T0
=
FresnelCos_147/in0Placeholder*
dtype0*
shape:
<
FresnelCos_147/op
FresnelCosFresnelCos_147/in0*
T0
;
FresnelCos_147/out0IdentityFresnelCos_147/op*
T0
=
FresnelCos_148/in0Placeholder*
dtype0*
shape:
<
FresnelCos_148/op
FresnelCosFresnelCos_148/in0*
T0
;
FresnelCos_148/out0IdentityFresnelCos_148/op*
T0
>
IgammaGradA_000/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_000/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_000/opIgammaGradAIgammaGradA_000/in0IgammaGradA_000/in1*
T0
=
IgammaGradA_000/out0IdentityIgammaGradA_000/op*
T0
>
IgammaGradA_001/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_001/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_001/opIgammaGradAIgammaGradA_001/in0IgammaGradA_001/in1*
T0
=
IgammaGradA_001/out0IdentityIgammaGradA_001/op*
T0
>
IgammaGradA_002/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_002/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_002/opIgammaGradAIgammaGradA_002/in0IgammaGradA_002/in1*
T0
=
IgammaGradA_002/out0IdentityIgammaGradA_002/op*
T0
>
IgammaGradA_003/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_003/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_003/opIgammaGradAIgammaGradA_003/in0IgammaGradA_003/in1*
T0
=
IgammaGradA_003/out0IdentityIgammaGradA_003/op*
T0
>
IgammaGradA_004/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_004/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_004/opIgammaGradAIgammaGradA_004/in0IgammaGradA_004/in1*
T0
=
IgammaGradA_004/out0IdentityIgammaGradA_004/op*
T0
>
IgammaGradA_005/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_005/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_005/opIgammaGradAIgammaGradA_005/in0IgammaGradA_005/in1*
T0
=
IgammaGradA_005/out0IdentityIgammaGradA_005/op*
T0
>
IgammaGradA_006/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_006/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_006/opIgammaGradAIgammaGradA_006/in0IgammaGradA_006/in1*
T0
=
IgammaGradA_006/out0IdentityIgammaGradA_006/op*
T0
>
IgammaGradA_007/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_007/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_007/opIgammaGradAIgammaGradA_007/in0IgammaGradA_007/in1*
T0
=
IgammaGradA_007/out0IdentityIgammaGradA_007/op*
T0
>
IgammaGradA_008/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_008/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_008/opIgammaGradAIgammaGradA_008/in0IgammaGradA_008/in1*
T0
=
IgammaGradA_008/out0IdentityIgammaGradA_008/op*
T0
>
IgammaGradA_009/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_009/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_009/opIgammaGradAIgammaGradA_009/in0IgammaGradA_009/in1*
T0
=
IgammaGradA_009/out0IdentityIgammaGradA_009/op*
T0
>
IgammaGradA_010/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_010/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_010/opIgammaGradAIgammaGradA_010/in0IgammaGradA_010/in1*
T0
=
IgammaGradA_010/out0IdentityIgammaGradA_010/op*
T0
>
IgammaGradA_011/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_011/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_011/opIgammaGradAIgammaGradA_011/in0IgammaGradA_011/in1*
T0
=
IgammaGradA_011/out0IdentityIgammaGradA_011/op*
T0
>
IgammaGradA_012/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_012/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_012/opIgammaGradAIgammaGradA_012/in0IgammaGradA_012/in1*
T0
=
IgammaGradA_012/out0IdentityIgammaGradA_012/op*
T0
>
IgammaGradA_013/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_013/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_013/opIgammaGradAIgammaGradA_013/in0IgammaGradA_013/in1*
T0
=
IgammaGradA_013/out0IdentityIgammaGradA_013/op*
T0
>
IgammaGradA_014/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_014/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_014/opIgammaGradAIgammaGradA_014/in0IgammaGradA_014/in1*
T0
=
IgammaGradA_014/out0IdentityIgammaGradA_014/op*
T0
>
IgammaGradA_015/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_015/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_015/opIgammaGradAIgammaGradA_015/in0IgammaGradA_015/in1*
T0
=
IgammaGradA_015/out0IdentityIgammaGradA_015/op*
T0
>
IgammaGradA_016/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_016/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_016/opIgammaGradAIgammaGradA_016/in0IgammaGradA_016/in1*
T0
=
IgammaGradA_016/out0IdentityIgammaGradA_016/op*
T0
>
IgammaGradA_017/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_017/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_017/opIgammaGradAIgammaGradA_017/in0IgammaGradA_017/in1*
T0
=
IgammaGradA_017/out0IdentityIgammaGradA_017/op*
T0
>
IgammaGradA_018/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_018/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_018/opIgammaGradAIgammaGradA_018/in0IgammaGradA_018/in1*
T0
=
IgammaGradA_018/out0IdentityIgammaGradA_018/op*
T0
>
IgammaGradA_019/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_019/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_019/opIgammaGradAIgammaGradA_019/in0IgammaGradA_019/in1*
T0
=
IgammaGradA_019/out0IdentityIgammaGradA_019/op*
T0
>
IgammaGradA_020/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_020/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_020/opIgammaGradAIgammaGradA_020/in0IgammaGradA_020/in1*
T0
=
IgammaGradA_020/out0IdentityIgammaGradA_020/op*
T0
>
IgammaGradA_021/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_021/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_021/opIgammaGradAIgammaGradA_021/in0IgammaGradA_021/in1*
T0
=
IgammaGradA_021/out0IdentityIgammaGradA_021/op*
T0
>
IgammaGradA_022/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_022/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_022/opIgammaGradAIgammaGradA_022/in0IgammaGradA_022/in1*
T0
=
IgammaGradA_022/out0IdentityIgammaGradA_022/op*
T0
>
IgammaGradA_023/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_023/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_023/opIgammaGradAIgammaGradA_023/in0IgammaGradA_023/in1*
T0
=
IgammaGradA_023/out0IdentityIgammaGradA_023/op*
T0
>
IgammaGradA_024/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_024/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_024/opIgammaGradAIgammaGradA_024/in0IgammaGradA_024/in1*
T0
=
IgammaGradA_024/out0IdentityIgammaGradA_024/op*
T0
>
IgammaGradA_025/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_025/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_025/opIgammaGradAIgammaGradA_025/in0IgammaGradA_025/in1*
T0
=
IgammaGradA_025/out0IdentityIgammaGradA_025/op*
T0
>
IgammaGradA_026/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_026/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_026/opIgammaGradAIgammaGradA_026/in0IgammaGradA_026/in1*
T0
=
IgammaGradA_026/out0IdentityIgammaGradA_026/op*
T0
>
IgammaGradA_027/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_027/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_027/opIgammaGradAIgammaGradA_027/in0IgammaGradA_027/in1*
T0
=
IgammaGradA_027/out0IdentityIgammaGradA_027/op*
T0
>
IgammaGradA_028/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_028/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_028/opIgammaGradAIgammaGradA_028/in0IgammaGradA_028/in1*
T0
=
IgammaGradA_028/out0IdentityIgammaGradA_028/op*
T0
>
IgammaGradA_029/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_029/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_029/opIgammaGradAIgammaGradA_029/in0IgammaGradA_029/in1*
T0
=
IgammaGradA_029/out0IdentityIgammaGradA_029/op*
T0
>
IgammaGradA_030/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_030/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_030/opIgammaGradAIgammaGradA_030/in0IgammaGradA_030/in1*
T0
=
IgammaGradA_030/out0IdentityIgammaGradA_030/op*
T0
>
IgammaGradA_031/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_031/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_031/opIgammaGradAIgammaGradA_031/in0IgammaGradA_031/in1*
T0
=
IgammaGradA_031/out0IdentityIgammaGradA_031/op*
T0
>
IgammaGradA_032/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_032/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_032/opIgammaGradAIgammaGradA_032/in0IgammaGradA_032/in1*
T0
=
IgammaGradA_032/out0IdentityIgammaGradA_032/op*
T0
>
IgammaGradA_033/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_033/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_033/opIgammaGradAIgammaGradA_033/in0IgammaGradA_033/in1*
T0
=
IgammaGradA_033/out0IdentityIgammaGradA_033/op*
T0
>
IgammaGradA_034/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_034/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_034/opIgammaGradAIgammaGradA_034/in0IgammaGradA_034/in1*
T0
=
IgammaGradA_034/out0IdentityIgammaGradA_034/op*
T0
>
IgammaGradA_035/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_035/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_035/opIgammaGradAIgammaGradA_035/in0IgammaGradA_035/in1*
T0
=
IgammaGradA_035/out0IdentityIgammaGradA_035/op*
T0
>
IgammaGradA_036/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_036/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_036/opIgammaGradAIgammaGradA_036/in0IgammaGradA_036/in1*
T0
=
IgammaGradA_036/out0IdentityIgammaGradA_036/op*
T0
>
IgammaGradA_037/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_037/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_037/opIgammaGradAIgammaGradA_037/in0IgammaGradA_037/in1*
T0
=
IgammaGradA_037/out0IdentityIgammaGradA_037/op*
T0
>
IgammaGradA_038/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_038/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_038/opIgammaGradAIgammaGradA_038/in0IgammaGradA_038/in1*
T0
=
IgammaGradA_038/out0IdentityIgammaGradA_038/op*
T0
>
IgammaGradA_039/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_039/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_039/opIgammaGradAIgammaGradA_039/in0IgammaGradA_039/in1*
T0
=
IgammaGradA_039/out0IdentityIgammaGradA_039/op*
T0
>
IgammaGradA_040/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_040/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_040/opIgammaGradAIgammaGradA_040/in0IgammaGradA_040/in1*
T0
=
IgammaGradA_040/out0IdentityIgammaGradA_040/op*
T0
>
IgammaGradA_041/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_041/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_041/opIgammaGradAIgammaGradA_041/in0IgammaGradA_041/in1*
T0
=
IgammaGradA_041/out0IdentityIgammaGradA_041/op*
T0
>
IgammaGradA_042/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_042/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_042/opIgammaGradAIgammaGradA_042/in0IgammaGradA_042/in1*
T0
=
IgammaGradA_042/out0IdentityIgammaGradA_042/op*
T0
>
IgammaGradA_043/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_043/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_043/opIgammaGradAIgammaGradA_043/in0IgammaGradA_043/in1*
T0
=
IgammaGradA_043/out0IdentityIgammaGradA_043/op*
T0
>
IgammaGradA_044/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_044/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_044/opIgammaGradAIgammaGradA_044/in0IgammaGradA_044/in1*
T0
=
IgammaGradA_044/out0IdentityIgammaGradA_044/op*
T0
>
IgammaGradA_045/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_045/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_045/opIgammaGradAIgammaGradA_045/in0IgammaGradA_045/in1*
T0
=
IgammaGradA_045/out0IdentityIgammaGradA_045/op*
T0
>
IgammaGradA_046/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_046/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_046/opIgammaGradAIgammaGradA_046/in0IgammaGradA_046/in1*
T0
=
IgammaGradA_046/out0IdentityIgammaGradA_046/op*
T0
>
IgammaGradA_047/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_047/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_047/opIgammaGradAIgammaGradA_047/in0IgammaGradA_047/in1*
T0
=
IgammaGradA_047/out0IdentityIgammaGradA_047/op*
T0
>
IgammaGradA_048/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_048/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_048/opIgammaGradAIgammaGradA_048/in0IgammaGradA_048/in1*
T0
=
IgammaGradA_048/out0IdentityIgammaGradA_048/op*
T0
>
IgammaGradA_049/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_049/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_049/opIgammaGradAIgammaGradA_049/in0IgammaGradA_049/in1*
T0
=
IgammaGradA_049/out0IdentityIgammaGradA_049/op*
T0
>
IgammaGradA_050/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_050/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_050/opIgammaGradAIgammaGradA_050/in0IgammaGradA_050/in1*
T0
=
IgammaGradA_050/out0IdentityIgammaGradA_050/op*
T0
>
IgammaGradA_051/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_051/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_051/opIgammaGradAIgammaGradA_051/in0IgammaGradA_051/in1*
T0
=
IgammaGradA_051/out0IdentityIgammaGradA_051/op*
T0
>
IgammaGradA_052/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_052/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_052/opIgammaGradAIgammaGradA_052/in0IgammaGradA_052/in1*
T0
=
IgammaGradA_052/out0IdentityIgammaGradA_052/op*
T0
>
IgammaGradA_053/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_053/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_053/opIgammaGradAIgammaGradA_053/in0IgammaGradA_053/in1*
T0
=
IgammaGradA_053/out0IdentityIgammaGradA_053/op*
T0
>
IgammaGradA_054/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_054/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_054/opIgammaGradAIgammaGradA_054/in0IgammaGradA_054/in1*
T0
=
IgammaGradA_054/out0IdentityIgammaGradA_054/op*
T0
>
IgammaGradA_055/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_055/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_055/opIgammaGradAIgammaGradA_055/in0IgammaGradA_055/in1*
T0
=
IgammaGradA_055/out0IdentityIgammaGradA_055/op*
T0
>
IgammaGradA_056/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_056/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_056/opIgammaGradAIgammaGradA_056/in0IgammaGradA_056/in1*
T0
=
IgammaGradA_056/out0IdentityIgammaGradA_056/op*
T0
>
IgammaGradA_057/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_057/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_057/opIgammaGradAIgammaGradA_057/in0IgammaGradA_057/in1*
T0
=
IgammaGradA_057/out0IdentityIgammaGradA_057/op*
T0
>
IgammaGradA_058/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_058/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_058/opIgammaGradAIgammaGradA_058/in0IgammaGradA_058/in1*
T0
=
IgammaGradA_058/out0IdentityIgammaGradA_058/op*
T0
>
IgammaGradA_059/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_059/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_059/opIgammaGradAIgammaGradA_059/in0IgammaGradA_059/in1*
T0
=
IgammaGradA_059/out0IdentityIgammaGradA_059/op*
T0
>
IgammaGradA_060/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_060/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_060/opIgammaGradAIgammaGradA_060/in0IgammaGradA_060/in1*
T0
=
IgammaGradA_060/out0IdentityIgammaGradA_060/op*
T0
>
IgammaGradA_061/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_061/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_061/opIgammaGradAIgammaGradA_061/in0IgammaGradA_061/in1*
T0
=
IgammaGradA_061/out0IdentityIgammaGradA_061/op*
T0
>
IgammaGradA_062/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_062/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_062/opIgammaGradAIgammaGradA_062/in0IgammaGradA_062/in1*
T0
=
IgammaGradA_062/out0IdentityIgammaGradA_062/op*
T0
>
IgammaGradA_063/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_063/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_063/opIgammaGradAIgammaGradA_063/in0IgammaGradA_063/in1*
T0
=
IgammaGradA_063/out0IdentityIgammaGradA_063/op*
T0
>
IgammaGradA_064/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_064/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_064/opIgammaGradAIgammaGradA_064/in0IgammaGradA_064/in1*
T0
=
IgammaGradA_064/out0IdentityIgammaGradA_064/op*
T0
>
IgammaGradA_065/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_065/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_065/opIgammaGradAIgammaGradA_065/in0IgammaGradA_065/in1*
T0
=
IgammaGradA_065/out0IdentityIgammaGradA_065/op*
T0
>
IgammaGradA_066/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_066/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_066/opIgammaGradAIgammaGradA_066/in0IgammaGradA_066/in1*
T0
=
IgammaGradA_066/out0IdentityIgammaGradA_066/op*
T0
>
IgammaGradA_067/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_067/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_067/opIgammaGradAIgammaGradA_067/in0IgammaGradA_067/in1*
T0
=
IgammaGradA_067/out0IdentityIgammaGradA_067/op*
T0
>
IgammaGradA_068/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_068/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_068/opIgammaGradAIgammaGradA_068/in0IgammaGradA_068/in1*
T0
=
IgammaGradA_068/out0IdentityIgammaGradA_068/op*
T0
>
IgammaGradA_069/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_069/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_069/opIgammaGradAIgammaGradA_069/in0IgammaGradA_069/in1*
T0
=
IgammaGradA_069/out0IdentityIgammaGradA_069/op*
T0
>
IgammaGradA_070/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_070/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_070/opIgammaGradAIgammaGradA_070/in0IgammaGradA_070/in1*
T0
=
IgammaGradA_070/out0IdentityIgammaGradA_070/op*
T0
>
IgammaGradA_071/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_071/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_071/opIgammaGradAIgammaGradA_071/in0IgammaGradA_071/in1*
T0
=
IgammaGradA_071/out0IdentityIgammaGradA_071/op*
T0
>
IgammaGradA_072/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_072/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_072/opIgammaGradAIgammaGradA_072/in0IgammaGradA_072/in1*
T0
=
IgammaGradA_072/out0IdentityIgammaGradA_072/op*
T0
>
IgammaGradA_073/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_073/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_073/opIgammaGradAIgammaGradA_073/in0IgammaGradA_073/in1*
T0
=
IgammaGradA_073/out0IdentityIgammaGradA_073/op*
T0
>
IgammaGradA_074/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_074/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_074/opIgammaGradAIgammaGradA_074/in0IgammaGradA_074/in1*
T0
=
IgammaGradA_074/out0IdentityIgammaGradA_074/op*
T0
>
IgammaGradA_075/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_075/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_075/opIgammaGradAIgammaGradA_075/in0IgammaGradA_075/in1*
T0
=
IgammaGradA_075/out0IdentityIgammaGradA_075/op*
T0
>
IgammaGradA_076/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_076/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_076/opIgammaGradAIgammaGradA_076/in0IgammaGradA_076/in1*
T0
=
IgammaGradA_076/out0IdentityIgammaGradA_076/op*
T0
>
IgammaGradA_077/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_077/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_077/opIgammaGradAIgammaGradA_077/in0IgammaGradA_077/in1*
T0
=
IgammaGradA_077/out0IdentityIgammaGradA_077/op*
T0
>
IgammaGradA_078/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_078/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_078/opIgammaGradAIgammaGradA_078/in0IgammaGradA_078/in1*
T0
=
IgammaGradA_078/out0IdentityIgammaGradA_078/op*
T0
>
IgammaGradA_079/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_079/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_079/opIgammaGradAIgammaGradA_079/in0IgammaGradA_079/in1*
T0
=
IgammaGradA_079/out0IdentityIgammaGradA_079/op*
T0
>
IgammaGradA_080/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_080/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_080/opIgammaGradAIgammaGradA_080/in0IgammaGradA_080/in1*
T0
=
IgammaGradA_080/out0IdentityIgammaGradA_080/op*
T0
>
IgammaGradA_081/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_081/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_081/opIgammaGradAIgammaGradA_081/in0IgammaGradA_081/in1*
T0
=
IgammaGradA_081/out0IdentityIgammaGradA_081/op*
T0
>
IgammaGradA_082/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_082/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_082/opIgammaGradAIgammaGradA_082/in0IgammaGradA_082/in1*
T0
=
IgammaGradA_082/out0IdentityIgammaGradA_082/op*
T0
>
IgammaGradA_083/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_083/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_083/opIgammaGradAIgammaGradA_083/in0IgammaGradA_083/in1*
T0
=
IgammaGradA_083/out0IdentityIgammaGradA_083/op*
T0
>
IgammaGradA_084/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_084/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_084/opIgammaGradAIgammaGradA_084/in0IgammaGradA_084/in1*
T0
=
IgammaGradA_084/out0IdentityIgammaGradA_084/op*
T0
>
IgammaGradA_085/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_085/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_085/opIgammaGradAIgammaGradA_085/in0IgammaGradA_085/in1*
T0
=
IgammaGradA_085/out0IdentityIgammaGradA_085/op*
T0
>
IgammaGradA_086/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_086/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_086/opIgammaGradAIgammaGradA_086/in0IgammaGradA_086/in1*
T0
=
IgammaGradA_086/out0IdentityIgammaGradA_086/op*
T0
>
IgammaGradA_087/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_087/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_087/opIgammaGradAIgammaGradA_087/in0IgammaGradA_087/in1*
T0
=
IgammaGradA_087/out0IdentityIgammaGradA_087/op*
T0
>
IgammaGradA_088/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_088/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_088/opIgammaGradAIgammaGradA_088/in0IgammaGradA_088/in1*
T0
=
IgammaGradA_088/out0IdentityIgammaGradA_088/op*
T0
>
IgammaGradA_089/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_089/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_089/opIgammaGradAIgammaGradA_089/in0IgammaGradA_089/in1*
T0
=
IgammaGradA_089/out0IdentityIgammaGradA_089/op*
T0
>
IgammaGradA_090/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_090/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_090/opIgammaGradAIgammaGradA_090/in0IgammaGradA_090/in1*
T0
=
IgammaGradA_090/out0IdentityIgammaGradA_090/op*
T0
>
IgammaGradA_091/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_091/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_091/opIgammaGradAIgammaGradA_091/in0IgammaGradA_091/in1*
T0
=
IgammaGradA_091/out0IdentityIgammaGradA_091/op*
T0
>
IgammaGradA_092/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_092/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_092/opIgammaGradAIgammaGradA_092/in0IgammaGradA_092/in1*
T0
=
IgammaGradA_092/out0IdentityIgammaGradA_092/op*
T0
>
IgammaGradA_093/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_093/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_093/opIgammaGradAIgammaGradA_093/in0IgammaGradA_093/in1*
T0
=
IgammaGradA_093/out0IdentityIgammaGradA_093/op*
T0
>
IgammaGradA_094/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_094/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_094/opIgammaGradAIgammaGradA_094/in0IgammaGradA_094/in1*
T0
=
IgammaGradA_094/out0IdentityIgammaGradA_094/op*
T0
>
IgammaGradA_095/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_095/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_095/opIgammaGradAIgammaGradA_095/in0IgammaGradA_095/in1*
T0
=
IgammaGradA_095/out0IdentityIgammaGradA_095/op*
T0
>
IgammaGradA_096/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_096/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_096/opIgammaGradAIgammaGradA_096/in0IgammaGradA_096/in1*
T0
=
IgammaGradA_096/out0IdentityIgammaGradA_096/op*
T0
>
IgammaGradA_097/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_097/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_097/opIgammaGradAIgammaGradA_097/in0IgammaGradA_097/in1*
T0
=
IgammaGradA_097/out0IdentityIgammaGradA_097/op*
T0
>
IgammaGradA_098/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_098/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_098/opIgammaGradAIgammaGradA_098/in0IgammaGradA_098/in1*
T0
=
IgammaGradA_098/out0IdentityIgammaGradA_098/op*
T0
>
IgammaGradA_099/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_099/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_099/opIgammaGradAIgammaGradA_099/in0IgammaGradA_099/in1*
T0
=
IgammaGradA_099/out0IdentityIgammaGradA_099/op*
T0
>
IgammaGradA_100/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_100/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_100/opIgammaGradAIgammaGradA_100/in0IgammaGradA_100/in1*
T0
=
IgammaGradA_100/out0IdentityIgammaGradA_100/op*
T0
>
IgammaGradA_101/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_101/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_101/opIgammaGradAIgammaGradA_101/in0IgammaGradA_101/in1*
T0
=
IgammaGradA_101/out0IdentityIgammaGradA_101/op*
T0
>
IgammaGradA_102/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_102/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_102/opIgammaGradAIgammaGradA_102/in0IgammaGradA_102/in1*
T0
=
IgammaGradA_102/out0IdentityIgammaGradA_102/op*
T0
>
IgammaGradA_103/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_103/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_103/opIgammaGradAIgammaGradA_103/in0IgammaGradA_103/in1*
T0
=
IgammaGradA_103/out0IdentityIgammaGradA_103/op*
T0
>
IgammaGradA_104/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_104/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_104/opIgammaGradAIgammaGradA_104/in0IgammaGradA_104/in1*
T0
=
IgammaGradA_104/out0IdentityIgammaGradA_104/op*
T0
>
IgammaGradA_105/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_105/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_105/opIgammaGradAIgammaGradA_105/in0IgammaGradA_105/in1*
T0
=
IgammaGradA_105/out0IdentityIgammaGradA_105/op*
T0
>
IgammaGradA_106/in0Placeholder*
dtype0*
shape:
>
IgammaGradA_106/in1Placeholder*
dtype0*
shape:
T
IgammaGradA_106/opIgammaGradAIgammaGradA_106/in0IgammaGradA_106/in1*
T0
=
IgammaGradA_106/out0IdentityIgammaGradA_106/op*
T0
B
RandomGammaGrad_000/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_000/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_000/opRandomGammaGradRandomGammaGrad_000/in0RandomGammaGrad_000/in1*
T0
E
RandomGammaGrad_000/out0IdentityRandomGammaGrad_000/op*
T0
B
RandomGammaGrad_001/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_001/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_001/opRandomGammaGradRandomGammaGrad_001/in0RandomGammaGrad_001/in1*
T0
E
RandomGammaGrad_001/out0IdentityRandomGammaGrad_001/op*
T0
B
RandomGammaGrad_002/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_002/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_002/opRandomGammaGradRandomGammaGrad_002/in0RandomGammaGrad_002/in1*
T0
E
RandomGammaGrad_002/out0IdentityRandomGammaGrad_002/op*
T0
B
RandomGammaGrad_003/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_003/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_003/opRandomGammaGradRandomGammaGrad_003/in0RandomGammaGrad_003/in1*
T0
E
RandomGammaGrad_003/out0IdentityRandomGammaGrad_003/op*
T0
B
RandomGammaGrad_004/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_004/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_004/opRandomGammaGradRandomGammaGrad_004/in0RandomGammaGrad_004/in1*
T0
E
RandomGammaGrad_004/out0IdentityRandomGammaGrad_004/op*
T0
B
RandomGammaGrad_005/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_005/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_005/opRandomGammaGradRandomGammaGrad_005/in0RandomGammaGrad_005/in1*
T0
E
RandomGammaGrad_005/out0IdentityRandomGammaGrad_005/op*
T0
B
RandomGammaGrad_006/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_006/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_006/opRandomGammaGradRandomGammaGrad_006/in0RandomGammaGrad_006/in1*
T0
E
RandomGammaGrad_006/out0IdentityRandomGammaGrad_006/op*
T0
B
RandomGammaGrad_007/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_007/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_007/opRandomGammaGradRandomGammaGrad_007/in0RandomGammaGrad_007/in1*
T0
E
RandomGammaGrad_007/out0IdentityRandomGammaGrad_007/op*
T0
B
RandomGammaGrad_008/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_008/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_008/opRandomGammaGradRandomGammaGrad_008/in0RandomGammaGrad_008/in1*
T0
E
RandomGammaGrad_008/out0IdentityRandomGammaGrad_008/op*
T0
B
RandomGammaGrad_009/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_009/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_009/opRandomGammaGradRandomGammaGrad_009/in0RandomGammaGrad_009/in1*
T0
E
RandomGammaGrad_009/out0IdentityRandomGammaGrad_009/op*
T0
B
RandomGammaGrad_010/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_010/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_010/opRandomGammaGradRandomGammaGrad_010/in0RandomGammaGrad_010/in1*
T0
E
RandomGammaGrad_010/out0IdentityRandomGammaGrad_010/op*
T0
B
RandomGammaGrad_011/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_011/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_011/opRandomGammaGradRandomGammaGrad_011/in0RandomGammaGrad_011/in1*
T0
E
RandomGammaGrad_011/out0IdentityRandomGammaGrad_011/op*
T0
B
RandomGammaGrad_012/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_012/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_012/opRandomGammaGradRandomGammaGrad_012/in0RandomGammaGrad_012/in1*
T0
E
RandomGammaGrad_012/out0IdentityRandomGammaGrad_012/op*
T0
B
RandomGammaGrad_013/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_013/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_013/opRandomGammaGradRandomGammaGrad_013/in0RandomGammaGrad_013/in1*
T0
E
RandomGammaGrad_013/out0IdentityRandomGammaGrad_013/op*
T0
B
RandomGammaGrad_014/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_014/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_014/opRandomGammaGradRandomGammaGrad_014/in0RandomGammaGrad_014/in1*
T0
E
RandomGammaGrad_014/out0IdentityRandomGammaGrad_014/op*
T0
B
RandomGammaGrad_015/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_015/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_015/opRandomGammaGradRandomGammaGrad_015/in0RandomGammaGrad_015/in1*
T0
E
RandomGammaGrad_015/out0IdentityRandomGammaGrad_015/op*
T0
B
RandomGammaGrad_016/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_016/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_016/opRandomGammaGradRandomGammaGrad_016/in0RandomGammaGrad_016/in1*
T0
E
RandomGammaGrad_016/out0IdentityRandomGammaGrad_016/op*
T0
B
RandomGammaGrad_017/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_017/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_017/opRandomGammaGradRandomGammaGrad_017/in0RandomGammaGrad_017/in1*
T0
E
RandomGammaGrad_017/out0IdentityRandomGammaGrad_017/op*
T0
B
RandomGammaGrad_018/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_018/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_018/opRandomGammaGradRandomGammaGrad_018/in0RandomGammaGrad_018/in1*
T0
E
RandomGammaGrad_018/out0IdentityRandomGammaGrad_018/op*
T0
B
RandomGammaGrad_019/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_019/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_019/opRandomGammaGradRandomGammaGrad_019/in0RandomGammaGrad_019/in1*
T0
E
RandomGammaGrad_019/out0IdentityRandomGammaGrad_019/op*
T0
B
RandomGammaGrad_020/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_020/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_020/opRandomGammaGradRandomGammaGrad_020/in0RandomGammaGrad_020/in1*
T0
E
RandomGammaGrad_020/out0IdentityRandomGammaGrad_020/op*
T0
B
RandomGammaGrad_021/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_021/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_021/opRandomGammaGradRandomGammaGrad_021/in0RandomGammaGrad_021/in1*
T0
E
RandomGammaGrad_021/out0IdentityRandomGammaGrad_021/op*
T0
B
RandomGammaGrad_022/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_022/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_022/opRandomGammaGradRandomGammaGrad_022/in0RandomGammaGrad_022/in1*
T0
E
RandomGammaGrad_022/out0IdentityRandomGammaGrad_022/op*
T0
B
RandomGammaGrad_023/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_023/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_023/opRandomGammaGradRandomGammaGrad_023/in0RandomGammaGrad_023/in1*
T0
E
RandomGammaGrad_023/out0IdentityRandomGammaGrad_023/op*
T0
B
RandomGammaGrad_024/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_024/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_024/opRandomGammaGradRandomGammaGrad_024/in0RandomGammaGrad_024/in1*
T0
E
RandomGammaGrad_024/out0IdentityRandomGammaGrad_024/op*
T0
B
RandomGammaGrad_025/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_025/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_025/opRandomGammaGradRandomGammaGrad_025/in0RandomGammaGrad_025/in1*
T0
E
RandomGammaGrad_025/out0IdentityRandomGammaGrad_025/op*
T0
B
RandomGammaGrad_026/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_026/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_026/opRandomGammaGradRandomGammaGrad_026/in0RandomGammaGrad_026/in1*
T0
E
RandomGammaGrad_026/out0IdentityRandomGammaGrad_026/op*
T0
B
RandomGammaGrad_027/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_027/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_027/opRandomGammaGradRandomGammaGrad_027/in0RandomGammaGrad_027/in1*
T0
E
RandomGammaGrad_027/out0IdentityRandomGammaGrad_027/op*
T0
B
RandomGammaGrad_028/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_028/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_028/opRandomGammaGradRandomGammaGrad_028/in0RandomGammaGrad_028/in1*
T0
E
RandomGammaGrad_028/out0IdentityRandomGammaGrad_028/op*
T0
B
RandomGammaGrad_029/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_029/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_029/opRandomGammaGradRandomGammaGrad_029/in0RandomGammaGrad_029/in1*
T0
E
RandomGammaGrad_029/out0IdentityRandomGammaGrad_029/op*
T0
B
RandomGammaGrad_030/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_030/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_030/opRandomGammaGradRandomGammaGrad_030/in0RandomGammaGrad_030/in1*
T0
E
RandomGammaGrad_030/out0IdentityRandomGammaGrad_030/op*
T0
B
RandomGammaGrad_031/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_031/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_031/opRandomGammaGradRandomGammaGrad_031/in0RandomGammaGrad_031/in1*
T0
E
RandomGammaGrad_031/out0IdentityRandomGammaGrad_031/op*
T0
B
RandomGammaGrad_032/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_032/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_032/opRandomGammaGradRandomGammaGrad_032/in0RandomGammaGrad_032/in1*
T0
E
RandomGammaGrad_032/out0IdentityRandomGammaGrad_032/op*
T0
B
RandomGammaGrad_033/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_033/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_033/opRandomGammaGradRandomGammaGrad_033/in0RandomGammaGrad_033/in1*
T0
E
RandomGammaGrad_033/out0IdentityRandomGammaGrad_033/op*
T0
B
RandomGammaGrad_034/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_034/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_034/opRandomGammaGradRandomGammaGrad_034/in0RandomGammaGrad_034/in1*
T0
E
RandomGammaGrad_034/out0IdentityRandomGammaGrad_034/op*
T0
B
RandomGammaGrad_035/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_035/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_035/opRandomGammaGradRandomGammaGrad_035/in0RandomGammaGrad_035/in1*
T0
E
RandomGammaGrad_035/out0IdentityRandomGammaGrad_035/op*
T0
B
RandomGammaGrad_036/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_036/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_036/opRandomGammaGradRandomGammaGrad_036/in0RandomGammaGrad_036/in1*
T0
E
RandomGammaGrad_036/out0IdentityRandomGammaGrad_036/op*
T0
B
RandomGammaGrad_037/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_037/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_037/opRandomGammaGradRandomGammaGrad_037/in0RandomGammaGrad_037/in1*
T0
E
RandomGammaGrad_037/out0IdentityRandomGammaGrad_037/op*
T0
B
RandomGammaGrad_038/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_038/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_038/opRandomGammaGradRandomGammaGrad_038/in0RandomGammaGrad_038/in1*
T0
E
RandomGammaGrad_038/out0IdentityRandomGammaGrad_038/op*
T0
B
RandomGammaGrad_039/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_039/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_039/opRandomGammaGradRandomGammaGrad_039/in0RandomGammaGrad_039/in1*
T0
E
RandomGammaGrad_039/out0IdentityRandomGammaGrad_039/op*
T0
B
RandomGammaGrad_040/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_040/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_040/opRandomGammaGradRandomGammaGrad_040/in0RandomGammaGrad_040/in1*
T0
E
RandomGammaGrad_040/out0IdentityRandomGammaGrad_040/op*
T0
B
RandomGammaGrad_041/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_041/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_041/opRandomGammaGradRandomGammaGrad_041/in0RandomGammaGrad_041/in1*
T0
E
RandomGammaGrad_041/out0IdentityRandomGammaGrad_041/op*
T0
B
RandomGammaGrad_042/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_042/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_042/opRandomGammaGradRandomGammaGrad_042/in0RandomGammaGrad_042/in1*
T0
E
RandomGammaGrad_042/out0IdentityRandomGammaGrad_042/op*
T0
B
RandomGammaGrad_043/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_043/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_043/opRandomGammaGradRandomGammaGrad_043/in0RandomGammaGrad_043/in1*
T0
E
RandomGammaGrad_043/out0IdentityRandomGammaGrad_043/op*
T0
B
RandomGammaGrad_044/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_044/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_044/opRandomGammaGradRandomGammaGrad_044/in0RandomGammaGrad_044/in1*
T0
E
RandomGammaGrad_044/out0IdentityRandomGammaGrad_044/op*
T0
B
RandomGammaGrad_045/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_045/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_045/opRandomGammaGradRandomGammaGrad_045/in0RandomGammaGrad_045/in1*
T0
E
RandomGammaGrad_045/out0IdentityRandomGammaGrad_045/op*
T0
B
RandomGammaGrad_046/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_046/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_046/opRandomGammaGradRandomGammaGrad_046/in0RandomGammaGrad_046/in1*
T0
E
RandomGammaGrad_046/out0IdentityRandomGammaGrad_046/op*
T0
B
RandomGammaGrad_047/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_047/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_047/opRandomGammaGradRandomGammaGrad_047/in0RandomGammaGrad_047/in1*
T0
E
RandomGammaGrad_047/out0IdentityRandomGammaGrad_047/op*
T0
B
RandomGammaGrad_048/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_048/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_048/opRandomGammaGradRandomGammaGrad_048/in0RandomGammaGrad_048/in1*
T0
E
RandomGammaGrad_048/out0IdentityRandomGammaGrad_048/op*
T0
B
RandomGammaGrad_049/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_049/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_049/opRandomGammaGradRandomGammaGrad_049/in0RandomGammaGrad_049/in1*
T0
E
RandomGammaGrad_049/out0IdentityRandomGammaGrad_049/op*
T0
B
RandomGammaGrad_050/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_050/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_050/opRandomGammaGradRandomGammaGrad_050/in0RandomGammaGrad_050/in1*
T0
E
RandomGammaGrad_050/out0IdentityRandomGammaGrad_050/op*
T0
B
RandomGammaGrad_051/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_051/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_051/opRandomGammaGradRandomGammaGrad_051/in0RandomGammaGrad_051/in1*
T0
E
RandomGammaGrad_051/out0IdentityRandomGammaGrad_051/op*
T0
B
RandomGammaGrad_052/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_052/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_052/opRandomGammaGradRandomGammaGrad_052/in0RandomGammaGrad_052/in1*
T0
E
RandomGammaGrad_052/out0IdentityRandomGammaGrad_052/op*
T0
B
RandomGammaGrad_053/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_053/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_053/opRandomGammaGradRandomGammaGrad_053/in0RandomGammaGrad_053/in1*
T0
E
RandomGammaGrad_053/out0IdentityRandomGammaGrad_053/op*
T0
B
RandomGammaGrad_054/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_054/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_054/opRandomGammaGradRandomGammaGrad_054/in0RandomGammaGrad_054/in1*
T0
E
RandomGammaGrad_054/out0IdentityRandomGammaGrad_054/op*
T0
B
RandomGammaGrad_055/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_055/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_055/opRandomGammaGradRandomGammaGrad_055/in0RandomGammaGrad_055/in1*
T0
E
RandomGammaGrad_055/out0IdentityRandomGammaGrad_055/op*
T0
B
RandomGammaGrad_056/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_056/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_056/opRandomGammaGradRandomGammaGrad_056/in0RandomGammaGrad_056/in1*
T0
E
RandomGammaGrad_056/out0IdentityRandomGammaGrad_056/op*
T0
B
RandomGammaGrad_057/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_057/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_057/opRandomGammaGradRandomGammaGrad_057/in0RandomGammaGrad_057/in1*
T0
E
RandomGammaGrad_057/out0IdentityRandomGammaGrad_057/op*
T0
B
RandomGammaGrad_058/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_058/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_058/opRandomGammaGradRandomGammaGrad_058/in0RandomGammaGrad_058/in1*
T0
E
RandomGammaGrad_058/out0IdentityRandomGammaGrad_058/op*
T0
B
RandomGammaGrad_059/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_059/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_059/opRandomGammaGradRandomGammaGrad_059/in0RandomGammaGrad_059/in1*
T0
E
RandomGammaGrad_059/out0IdentityRandomGammaGrad_059/op*
T0
B
RandomGammaGrad_060/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_060/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_060/opRandomGammaGradRandomGammaGrad_060/in0RandomGammaGrad_060/in1*
T0
E
RandomGammaGrad_060/out0IdentityRandomGammaGrad_060/op*
T0
B
RandomGammaGrad_061/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_061/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_061/opRandomGammaGradRandomGammaGrad_061/in0RandomGammaGrad_061/in1*
T0
E
RandomGammaGrad_061/out0IdentityRandomGammaGrad_061/op*
T0
B
RandomGammaGrad_062/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_062/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_062/opRandomGammaGradRandomGammaGrad_062/in0RandomGammaGrad_062/in1*
T0
E
RandomGammaGrad_062/out0IdentityRandomGammaGrad_062/op*
T0
B
RandomGammaGrad_063/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_063/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_063/opRandomGammaGradRandomGammaGrad_063/in0RandomGammaGrad_063/in1*
T0
E
RandomGammaGrad_063/out0IdentityRandomGammaGrad_063/op*
T0
B
RandomGammaGrad_064/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_064/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_064/opRandomGammaGradRandomGammaGrad_064/in0RandomGammaGrad_064/in1*
T0
E
RandomGammaGrad_064/out0IdentityRandomGammaGrad_064/op*
T0
B
RandomGammaGrad_065/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_065/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_065/opRandomGammaGradRandomGammaGrad_065/in0RandomGammaGrad_065/in1*
T0
E
RandomGammaGrad_065/out0IdentityRandomGammaGrad_065/op*
T0
B
RandomGammaGrad_066/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_066/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_066/opRandomGammaGradRandomGammaGrad_066/in0RandomGammaGrad_066/in1*
T0
E
RandomGammaGrad_066/out0IdentityRandomGammaGrad_066/op*
T0
B
RandomGammaGrad_067/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_067/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_067/opRandomGammaGradRandomGammaGrad_067/in0RandomGammaGrad_067/in1*
T0
E
RandomGammaGrad_067/out0IdentityRandomGammaGrad_067/op*
T0
B
RandomGammaGrad_068/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_068/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_068/opRandomGammaGradRandomGammaGrad_068/in0RandomGammaGrad_068/in1*
T0
E
RandomGammaGrad_068/out0IdentityRandomGammaGrad_068/op*
T0
B
RandomGammaGrad_069/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_069/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_069/opRandomGammaGradRandomGammaGrad_069/in0RandomGammaGrad_069/in1*
T0
E
RandomGammaGrad_069/out0IdentityRandomGammaGrad_069/op*
T0
B
RandomGammaGrad_070/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_070/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_070/opRandomGammaGradRandomGammaGrad_070/in0RandomGammaGrad_070/in1*
T0
E
RandomGammaGrad_070/out0IdentityRandomGammaGrad_070/op*
T0
B
RandomGammaGrad_071/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_071/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_071/opRandomGammaGradRandomGammaGrad_071/in0RandomGammaGrad_071/in1*
T0
E
RandomGammaGrad_071/out0IdentityRandomGammaGrad_071/op*
T0
B
RandomGammaGrad_072/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_072/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_072/opRandomGammaGradRandomGammaGrad_072/in0RandomGammaGrad_072/in1*
T0
E
RandomGammaGrad_072/out0IdentityRandomGammaGrad_072/op*
T0
B
RandomGammaGrad_073/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_073/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_073/opRandomGammaGradRandomGammaGrad_073/in0RandomGammaGrad_073/in1*
T0
E
RandomGammaGrad_073/out0IdentityRandomGammaGrad_073/op*
T0
B
RandomGammaGrad_074/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_074/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_074/opRandomGammaGradRandomGammaGrad_074/in0RandomGammaGrad_074/in1*
T0
E
RandomGammaGrad_074/out0IdentityRandomGammaGrad_074/op*
T0
B
RandomGammaGrad_075/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_075/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_075/opRandomGammaGradRandomGammaGrad_075/in0RandomGammaGrad_075/in1*
T0
E
RandomGammaGrad_075/out0IdentityRandomGammaGrad_075/op*
T0
B
RandomGammaGrad_076/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_076/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_076/opRandomGammaGradRandomGammaGrad_076/in0RandomGammaGrad_076/in1*
T0
E
RandomGammaGrad_076/out0IdentityRandomGammaGrad_076/op*
T0
B
RandomGammaGrad_077/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_077/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_077/opRandomGammaGradRandomGammaGrad_077/in0RandomGammaGrad_077/in1*
T0
E
RandomGammaGrad_077/out0IdentityRandomGammaGrad_077/op*
T0
B
RandomGammaGrad_078/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_078/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_078/opRandomGammaGradRandomGammaGrad_078/in0RandomGammaGrad_078/in1*
T0
E
RandomGammaGrad_078/out0IdentityRandomGammaGrad_078/op*
T0
B
RandomGammaGrad_079/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_079/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_079/opRandomGammaGradRandomGammaGrad_079/in0RandomGammaGrad_079/in1*
T0
E
RandomGammaGrad_079/out0IdentityRandomGammaGrad_079/op*
T0
B
RandomGammaGrad_080/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_080/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_080/opRandomGammaGradRandomGammaGrad_080/in0RandomGammaGrad_080/in1*
T0
E
RandomGammaGrad_080/out0IdentityRandomGammaGrad_080/op*
T0
B
RandomGammaGrad_081/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_081/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_081/opRandomGammaGradRandomGammaGrad_081/in0RandomGammaGrad_081/in1*
T0
E
RandomGammaGrad_081/out0IdentityRandomGammaGrad_081/op*
T0
B
RandomGammaGrad_082/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_082/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_082/opRandomGammaGradRandomGammaGrad_082/in0RandomGammaGrad_082/in1*
T0
E
RandomGammaGrad_082/out0IdentityRandomGammaGrad_082/op*
T0
B
RandomGammaGrad_083/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_083/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_083/opRandomGammaGradRandomGammaGrad_083/in0RandomGammaGrad_083/in1*
T0
E
RandomGammaGrad_083/out0IdentityRandomGammaGrad_083/op*
T0
B
RandomGammaGrad_084/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_084/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_084/opRandomGammaGradRandomGammaGrad_084/in0RandomGammaGrad_084/in1*
T0
E
RandomGammaGrad_084/out0IdentityRandomGammaGrad_084/op*
T0
B
RandomGammaGrad_085/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_085/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_085/opRandomGammaGradRandomGammaGrad_085/in0RandomGammaGrad_085/in1*
T0
E
RandomGammaGrad_085/out0IdentityRandomGammaGrad_085/op*
T0
B
RandomGammaGrad_086/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_086/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_086/opRandomGammaGradRandomGammaGrad_086/in0RandomGammaGrad_086/in1*
T0
E
RandomGammaGrad_086/out0IdentityRandomGammaGrad_086/op*
T0
B
RandomGammaGrad_087/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_087/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_087/opRandomGammaGradRandomGammaGrad_087/in0RandomGammaGrad_087/in1*
T0
E
RandomGammaGrad_087/out0IdentityRandomGammaGrad_087/op*
T0
B
RandomGammaGrad_088/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_088/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_088/opRandomGammaGradRandomGammaGrad_088/in0RandomGammaGrad_088/in1*
T0
E
RandomGammaGrad_088/out0IdentityRandomGammaGrad_088/op*
T0
B
RandomGammaGrad_089/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_089/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_089/opRandomGammaGradRandomGammaGrad_089/in0RandomGammaGrad_089/in1*
T0
E
RandomGammaGrad_089/out0IdentityRandomGammaGrad_089/op*
T0
B
RandomGammaGrad_090/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_090/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_090/opRandomGammaGradRandomGammaGrad_090/in0RandomGammaGrad_090/in1*
T0
E
RandomGammaGrad_090/out0IdentityRandomGammaGrad_090/op*
T0
B
RandomGammaGrad_091/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_091/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_091/opRandomGammaGradRandomGammaGrad_091/in0RandomGammaGrad_091/in1*
T0
E
RandomGammaGrad_091/out0IdentityRandomGammaGrad_091/op*
T0
B
RandomGammaGrad_092/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_092/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_092/opRandomGammaGradRandomGammaGrad_092/in0RandomGammaGrad_092/in1*
T0
E
RandomGammaGrad_092/out0IdentityRandomGammaGrad_092/op*
T0
B
RandomGammaGrad_093/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_093/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_093/opRandomGammaGradRandomGammaGrad_093/in0RandomGammaGrad_093/in1*
T0
E
RandomGammaGrad_093/out0IdentityRandomGammaGrad_093/op*
T0
B
RandomGammaGrad_094/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_094/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_094/opRandomGammaGradRandomGammaGrad_094/in0RandomGammaGrad_094/in1*
T0
E
RandomGammaGrad_094/out0IdentityRandomGammaGrad_094/op*
T0
B
RandomGammaGrad_095/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_095/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_095/opRandomGammaGradRandomGammaGrad_095/in0RandomGammaGrad_095/in1*
T0
E
RandomGammaGrad_095/out0IdentityRandomGammaGrad_095/op*
T0
B
RandomGammaGrad_096/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_096/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_096/opRandomGammaGradRandomGammaGrad_096/in0RandomGammaGrad_096/in1*
T0
E
RandomGammaGrad_096/out0IdentityRandomGammaGrad_096/op*
T0
B
RandomGammaGrad_097/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_097/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_097/opRandomGammaGradRandomGammaGrad_097/in0RandomGammaGrad_097/in1*
T0
E
RandomGammaGrad_097/out0IdentityRandomGammaGrad_097/op*
T0
B
RandomGammaGrad_098/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_098/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_098/opRandomGammaGradRandomGammaGrad_098/in0RandomGammaGrad_098/in1*
T0
E
RandomGammaGrad_098/out0IdentityRandomGammaGrad_098/op*
T0
B
RandomGammaGrad_099/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_099/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_099/opRandomGammaGradRandomGammaGrad_099/in0RandomGammaGrad_099/in1*
T0
E
RandomGammaGrad_099/out0IdentityRandomGammaGrad_099/op*
T0
B
RandomGammaGrad_100/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_100/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_100/opRandomGammaGradRandomGammaGrad_100/in0RandomGammaGrad_100/in1*
T0
E
RandomGammaGrad_100/out0IdentityRandomGammaGrad_100/op*
T0
B
RandomGammaGrad_101/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_101/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_101/opRandomGammaGradRandomGammaGrad_101/in0RandomGammaGrad_101/in1*
T0
E
RandomGammaGrad_101/out0IdentityRandomGammaGrad_101/op*
T0
B
RandomGammaGrad_102/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_102/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_102/opRandomGammaGradRandomGammaGrad_102/in0RandomGammaGrad_102/in1*
T0
E
RandomGammaGrad_102/out0IdentityRandomGammaGrad_102/op*
T0
B
RandomGammaGrad_103/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_103/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_103/opRandomGammaGradRandomGammaGrad_103/in0RandomGammaGrad_103/in1*
T0
E
RandomGammaGrad_103/out0IdentityRandomGammaGrad_103/op*
T0
B
RandomGammaGrad_104/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_104/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_104/opRandomGammaGradRandomGammaGrad_104/in0RandomGammaGrad_104/in1*
T0
E
RandomGammaGrad_104/out0IdentityRandomGammaGrad_104/op*
T0
B
RandomGammaGrad_105/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_105/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_105/opRandomGammaGradRandomGammaGrad_105/in0RandomGammaGrad_105/in1*
T0
E
RandomGammaGrad_105/out0IdentityRandomGammaGrad_105/op*
T0
B
RandomGammaGrad_106/in0Placeholder*
dtype0*
shape:
B
RandomGammaGrad_106/in1Placeholder*
dtype0*
shape:
d
RandomGammaGrad_106/opRandomGammaGradRandomGammaGrad_106/in0RandomGammaGrad_106/in1*
T0
E
RandomGammaGrad_106/out0IdentityRandomGammaGrad_106/op*
T0"í